// Shows what the server tells this browser while Relais is closed, and opens the conversation it is about.
addEventListener("push", (event) => {
  const { title, tag, url } = event.data.json();
  event.waitUntil(show(title, tag, url));
});

// Whoever looks at Relais hears of it there.
async function show(title, tag, url) {
  const windows = await clients.matchAll({ type: "window" });
  if (windows.some((one) => one.focused && new URL(one.url).pathname === url)) return;
  await registration.showNotification(title, { tag, renotify: true, icon: "/icon-192.png", data: url });
}

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});

async function open(url) {
  const [window] = await clients.matchAll({ type: "window" });
  if (!window) return clients.openWindow(url);
  await window.focus();
  window.postMessage({ open: url });
}
