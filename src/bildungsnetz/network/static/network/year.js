// The choice of the year becomes a slider; without this script it stays a list.

for (const select of document.querySelectorAll("select[name=jahr]")) slide(select);

function slide(select) {
  const years = [...select.options].reverse(); // the oldest first, "heute" last
  if (years.length < 3) return;
  const range = document.createElement("input");
  range.type = "range";
  range.min = "0";
  range.max = String(years.length - 1);
  range.value = String(years.indexOf(select.selectedOptions[0]));
  range.id = `${select.id}-regler`;
  range.className = "bn-year";
  const shown = document.createElement("output");
  shown.htmlFor = range.id;
  const tell = () => {
    const chosen = years[Number(range.value)];
    select.value = chosen.value;
    shown.textContent = chosen.textContent;
    range.setAttribute("aria-valuetext", chosen.textContent);
  };
  range.addEventListener("input", tell);
  range.addEventListener("change", () => {
    const exact = select.form.elements.stichtag;
    if (exact) exact.value = "";
    select.form.requestSubmit();
  });
  const label = select.form.querySelector(`label[for="${select.id}"]`);
  if (label) label.htmlFor = range.id;
  const frame = select.closest(".kern-form-input__select-wrapper") || select;
  frame.hidden = true;
  frame.after(range, shown);
  tell();
}
