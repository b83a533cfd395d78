/**
 * A process of its own that runs an ONNX model through transformers.js: what it computes never holds up Heard, and
 * what breaks in native code breaks only here. It reads local files and calls nobody.
 *
 * In: {type: 'open', library, folder, file, dtype} once, then {type: 'read', id, texts}.
 * Out: {type: 'ready', labels}, {type: 'scores', id, scores}, {type: 'failed', id?, message}.
 */
import { basename, dirname } from 'node:path';

let classify;

process.on('message', (message) => void answer(message));
process.on('disconnect', () => process.exit(0));

async function answer(message) {
  try {
    if (message.type === 'open') process.send({ type: 'ready', labels: await open(message) });
    else process.send({ type: 'scores', id: message.id, scores: await read(message.texts) });
  } catch (error) {
    process.send({ type: 'failed', id: message.id, message: String(error?.message ?? error).slice(0, 500) });
  }
}

async function open({ library, folder, dtype, threads }) {
  const { env, pipeline } = await import(library);
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.useFSCache = false;
  env.useBrowserCache = false;
  env.localModelPath = dirname(folder);
  classify = await pipeline('text-classification', basename(folder), {
    dtype,
    device: 'cpu',
    local_files_only: true,
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
  });
  return Object.values(classify.model.config.id2label);
}

/** The probability of each label for each text, by the label's name. */
async function read(texts) {
  const found = await classify(texts, { top_k: null });
  return found.map((scores) => Object.fromEntries(scores.map(({ label, score }) => [label, score])));
}
