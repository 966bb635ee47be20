import { describe, expect, it } from "vitest";
import { readable } from "./agents";

describe("what came back from a web hook", () => {
  it("is laid out when it is JSON, and shown as it came when it is not", () => {
    expect(readable('{"complete":"HANDOVER"}')).toBe('{\n  "complete": "HANDOVER"\n}');
    expect(readable("OK")).toBe("OK");
    expect(readable('{"half":')).toBe('{"half":');
    expect(readable(null)).toBe("");
  });
});
