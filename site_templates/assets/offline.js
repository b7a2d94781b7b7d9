// Material's search asks a server for its index. Opened from a disk there is none, so its form is taken away before it asks.
if (location.protocol === "file:") {
  document.querySelectorAll('[data-md-component="search"], label[for="__search"]').forEach((element) => element.remove());
}
