// Cards of a board can be dragged. Dropping one does what its form does: it picks the column in the select and submits.

const OVER = "bn-board__column--over";
let dragged = null;

for (const card of document.querySelectorAll(".bn-card")) {
  if (!card.querySelector("form select")) continue;
  card.draggable = true;
  card.addEventListener("dragstart", (event) => {
    dragged = card;
    event.dataTransfer.effectAllowed = "move";
    card.classList.add("bn-card--dragged");
  });
  card.addEventListener("dragend", () => {
    dragged = null;
    card.classList.remove("bn-card--dragged");
  });
}

for (const column of document.querySelectorAll("[data-board-column]")) {
  column.addEventListener("dragover", (event) => {
    if (!dragged || column.contains(dragged)) return;
    event.preventDefault();
    column.classList.add(OVER);
  });
  column.addEventListener("dragleave", (event) => {
    if (!column.contains(event.relatedTarget)) column.classList.remove(OVER);
  });
  column.addEventListener("drop", (event) => {
    event.preventDefault();
    column.classList.remove(OVER);
    const form = dragged?.querySelector("form");
    const choice = [...(form?.querySelector("select").options ?? [])].find(
      (option) => option.value === column.dataset.boardColumn,
    );
    if (!choice) return;
    choice.selected = true;
    form.requestSubmit();
  });
}
