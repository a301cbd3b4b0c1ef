// A link marked data-sheet="id" opens that dialog of the page; without script, or without dialog, it leads to its page.
for (const link of document.querySelectorAll("a[data-sheet]")) {
  const sheet = document.getElementById(link.dataset.sheet);
  if (!sheet || !sheet.showModal) continue;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    sheet.showModal();
  });
}
