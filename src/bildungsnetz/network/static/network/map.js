// The map of the directory: loads only when somebody asks for it, draws the same hits as the list, no tiles.

const PIN = 24;
const GROUP = 32;
const NEAR = 9.75; // further away the names of the cities would cover one another

for (const box of document.querySelectorAll("[data-map]")) {
  const button = box.querySelector("[data-map-open]");
  button.hidden = false;
  button.addEventListener("click", () => open(box, button), { once: true });
}

async function open(box, button) {
  button.disabled = true;
  try {
    const [data] = await Promise.all([load(box.dataset.src), library(box.dataset)]);
    button.parentElement.hidden = true;
    draw(box, data);
  } catch {
    box.querySelector("[data-map-note]").textContent = box.dataset.failed;
  }
}

async function load(address) {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

async function library({ leaflet, leafletCss, cluster, clusterCss }) {
  for (const address of [leafletCss, clusterCss]) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    document.head.append(link);
  }
  await script(leaflet);
  await script(cluster);
}

function script(address) {
  return new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = done;
    element.onerror = failed;
    document.head.append(element);
  });
}

function draw(box, data) {
  const view = box.querySelector("[data-map-view]");
  view.hidden = false;
  view.setAttribute("role", "region");
  view.setAttribute("aria-label", box.dataset.label);
  const map = L.map(view, { zoomControl: false, attributionControl: false, minZoom: 8, maxZoom: 17, zoomSnap: 0.25 });
  L.control.zoom({ zoomInTitle: box.dataset.zoomIn, zoomOutTitle: box.dataset.zoomOut }).addTo(map);
  const outlines = data.outlines && L.geoJSON(data.outlines, { interactive: false, style: outlineStyle }).addTo(map);
  for (const label of data.labels) city(label).addTo(map);
  const group = places(data.places, box.dataset).addTo(map);
  const extent = L.latLngBounds(data.places.map(({ at }) => at));
  if (data.here) here(data.here, map);
  else if (extent.isValid()) map.fitBounds(extent, { padding: [32, 32], maxZoom: 14 });
  else if (outlines) map.fitBounds(outlines.getBounds());
  else map.setView([51.4, 7.5], 8);
  const settle = () => {
    nameGroups(group, box.dataset.group);
    view.classList.toggle("bn-map__view--far", map.getZoom() < NEAR);
  };
  map.on("zoomend moveend", settle);
  settle();
  box.querySelector("[data-map-attribution]").textContent = data.attribution;
  box.querySelector("[data-map-legend]").hidden = false;
  view.tabIndex = 0;
  view.focus({ preventScroll: true });
}

function outlineStyle() {
  return { color: "#535970", weight: 1.5, fillColor: "#eef0f6", fillOpacity: 1 };
}

// The place somebody asked for, with a circle as far as "near" reaches.
function here({ at, km }, map) {
  map.fitBounds(L.latLng(at).toBounds(km * 2000));
  L.circle(at, { radius: km * 1000, interactive: false, color: "#b3261e", weight: 2, fillOpacity: 0.05 }).addTo(map);
  L.circleMarker(at, { radius: 7, interactive: false, color: "#fff", weight: 2, fillColor: "#b3261e", fillOpacity: 1 })
    .addTo(map);
}

function city({ name, at }) {
  const text = document.createElement("span");
  text.textContent = name;
  const icon = L.divIcon({ className: "bn-map__city", html: text, iconSize: [120, 16], iconAnchor: [60, 34] });
  return L.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: -1000 });
}

function places(found, words) {
  const group = L.markerClusterGroup({
    showCoverageOnHover: false,
    maxClusterRadius: 44,
    animate: false,
    iconCreateFunction: (cluster) =>
      L.divIcon({ className: "bn-pin", html: String(cluster.getChildCount()), iconSize: [GROUP, GROUP] }),
  });
  for (const place of found) {
    const icon = L.divIcon({ className: "bn-pin", iconSize: [PIN, PIN] });
    const marker = L.marker(place.at, { icon, title: place.name, alt: place.name });
    marker.on("add", () => name(marker, `${place.name}, ${place.what}, ${place.where}`));
    marker.bindPopup(() => popup(place), { closeButton: true });
    marker.on("popupopen", ({ popup: shown }) =>
      shown.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label", words.close),
    );
    group.addLayer(marker);
  }
  return group;
}

function nameGroups(group, words) {
  group._featureGroup.eachLayer((layer) => {
    if (layer.getChildCount) name(layer, words + layer.getChildCount());
  });
}

function name(marker, words) {
  const element = marker.getElement();
  if (!element) return;
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", words);
}

function popup({ name: title, what, where, url }) {
  const content = document.createElement("div");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = title;
  const line = document.createElement("p");
  line.textContent = `${what} · ${where}`;
  content.append(link, line);
  return content;
}
