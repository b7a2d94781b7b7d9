// A printed page says where it is from, and shows what is folded away on a screen.
addEventListener("beforeprint", () => {
  const address = document.querySelector(".ba-address");
  if (address && !address.textContent.trim()) address.textContent = location.href;
});
