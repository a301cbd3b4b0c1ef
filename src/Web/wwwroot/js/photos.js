// Shrinks chosen photos to 1600 px and shows them before they are sent. Whatever fails, the photos as chosen are sent.
const longest = 1600;
const quality = 0.8;

for (const group of document.querySelectorAll("[data-photos]")) {
  const input = group.querySelector("input[type=file]");
  if (input) input.addEventListener("change", () => chosen(group, input));
}

async function chosen(group, input) {
  const say = group.querySelector("[data-photos-say]");
  const form = input.form;
  forget(group);
  const files = [...input.files];
  if (files.length > Number(group.dataset.photos)) {
    input.value = "";
    say.textContent = group.dataset.tooMany;
    return;
  }
  say.textContent = group.dataset.busy;
  const wait = (event) => event.preventDefault();
  form?.addEventListener("submit", wait, true);
  try {
    const small = [];
    for (const file of files) small.push(await shrink(file));
    input.files = list(small);
    small.forEach((file) => show(group, file));
  } catch {
    files.forEach((file) => show(group, file));
  } finally {
    form?.removeEventListener("submit", wait, true);
  }
  say.textContent = group.dataset.chosen.replace("{0}", String(input.files.length));
}

async function shrink(file) {
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type)) return file;
  try {
    // The bitmap comes upright: the orientation of the camera is applied while it is read.
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    if (scale === 1 && file.type === "image/jpeg") return file;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    const paint = canvas.getContext("2d");
    // JPEG knows no transparency; without ground it turns black.
    paint.fillStyle = "#fff";
    paint.fillRect(0, 0, canvas.width, canvas.height);
    paint.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
  } catch {
    return file;
  }
}

function list(files) {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer.files;
}

function show(group, file) {
  const shot = document.createElement("div");
  shot.className = "shot";
  shot.dataset.fresh = "";
  const image = document.createElement("img");
  image.alt = file.name;
  image.src = URL.createObjectURL(file);
  shot.append(image);
  group.querySelector(".shot--add").before(shot);
}

function forget(group) {
  for (const shot of group.querySelectorAll("[data-fresh]")) {
    URL.revokeObjectURL(shot.querySelector("img").src);
    shot.remove();
  }
}
