// Twilio's own library signs forms as Twilio would. twilio.mjs TOKEN '[{"url": …, "params": {…}}, …]'
import twilio from "twilio";

const [token, calls] = process.argv.slice(2);
const { getExpectedTwilioSignature } = twilio;
console.log(JSON.stringify(JSON.parse(calls).map(({ url, params }) => getExpectedTwilioSignature(token, url, params))));
