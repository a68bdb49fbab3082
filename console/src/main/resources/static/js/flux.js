// Follows the streams: what comes goes on top, the oldest lines leave, and a cut goes on where it stopped.
const box = document.getElementById("suivre");
const button = document.getElementById("bouton-suivre");
const state = document.getElementById("etat-suivi");
const body = document.getElementById("enregistrements");
const template = document.getElementById("ligne");
const MOST = 120;
let source = null;
let last = box.dataset.depuis;

const say = (name, count) => { state.textContent = state.dataset[name].replace("{0}", count ?? ""); };
const show = (entry) => {
  const id = `${entry.topic}-${entry.partition}-${entry.offset}`;
  if (body.querySelector(`tr[data-id="${CSS.escape(id)}"]`)) return;
  const row = template.content.firstElementChild.cloneNode(true);
  row.dataset.id = id;
  row.classList.add("neuf");
  const [at, topic, partition, offset, type, subject, content] = row.children;
  const value = content.querySelector("code");
  at.textContent = entry.at;
  topic.textContent = entry.topic;
  partition.textContent = entry.partition;
  offset.textContent = entry.offset;
  type.textContent = entry.type ?? type.dataset.sinon;
  subject.textContent = entry.subject;
  value.textContent = entry.value ?? value.dataset.sinon;
  body.prepend(row);
  while (body.children.length > MOST) body.lastElementChild.remove();
};
const stop = (why) => {
  source?.close();
  source = null;
  button.textContent = button.dataset.suivre;
  say(why);
};
const start = () => {
  source = new EventSource(`${box.dataset.url}?depuis=${encodeURIComponent(last)}`);
  source.addEventListener("enregistrement", (event) => {
    if (event.lastEventId) last = event.lastEventId;
    show(JSON.parse(event.data));
  });
  source.addEventListener("passes", (event) => {
    say("passes", event.data);
    setTimeout(() => source && say("suivi"), 8000);
  });
  source.addEventListener("absent", () => stop("absent"));
  source.onopen = () => say("suivi");
  source.onerror = () => (source?.readyState === EventSource.CLOSED ? stop("plein") : say("perdu"));
  button.textContent = button.dataset.pause;
};
box.hidden = false;
button.addEventListener("click", () => (source ? stop("pause") : start()));
window.addEventListener("pagehide", () => source?.close());
