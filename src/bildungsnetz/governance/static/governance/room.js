// Comfort for the clerk: the result is saved while typing, keys press the buttons that are on the page anyway.
const PAUSE = 1500;
const form = document.querySelector("form[data-autosave]");

function watch(text, version, state) {
  let saved = text.value;
  let timer = 0;
  let running = null;

  const say = (words, failed) => {
    state.textContent = words;
    state.classList.toggle("gov-saved--failed", failed);
  };

  async function save() {
    if (text.value === saved) return;
    const sent = text.value;
    const body = new FormData(form);
    body.set("do", "draft");
    say(state.dataset.saving, false);
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body });
      const told = await answer.json();
      if (!answer.ok) return say(told.message, true);
      version.value = told.version;
      saved = sent;
      say(state.dataset.done, false);
    } catch {
      say(state.dataset.failed, true);
    }
  }

  const saveNow = () => {
    clearTimeout(timer);
    running = (running ?? Promise.resolve()).then(save);
    return running;
  };

  text.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(saveNow, PAUSE);
  });
  // A save under way gives the form its new version; only then may a button send it.
  form.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    if (!running || form.dataset.sending) return;
    event.preventDefault();
    await running;
    form.dataset.sending = "yes";
    form.requestSubmit(event.submitter);
  });
  for (const turn of document.querySelectorAll(".gov-room__turn form")) {
    turn.addEventListener("submit", async (event) => {
      if (text.value === saved) return;
      event.preventDefault();
      await saveNow();
      if (text.value === saved) turn.submit();
    });
  }
}

function press(event) {
  const wanted = event.altKey ? ["ArrowUp", "ArrowDown"] : event.ctrlKey || event.metaKey ? ["s", "Enter"] : [];
  if (!wanted.includes(event.key)) return;
  const button = document.querySelector(`button[data-key="${event.key}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
}

if (form) {
  watch(form.elements.result, form.elements.version, form.querySelector("[data-saved]"));
  document.addEventListener("keydown", press);
}
