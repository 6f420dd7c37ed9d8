// The worker in which large inputs are read: the page sends it its own compiled module, then work.
import start, { work } from '{{js}}'; // filled in by `cargo xtask build`

onmessage = async ({ data }) => {
  await start({ module_or_path: data });
  work();
};
