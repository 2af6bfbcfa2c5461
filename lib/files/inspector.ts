import { inspect } from '@/lib/files/inspect';

/**
 * Looks at one file, in a process of its own: what kills it kills nothing else. The bytes come in; a line with the verdict goes out, and after it the bytes of a
 * picture that was written anew. Nothing else of the server's is known here, no secret among it.
 */
const parts: Buffer[] = [];
for await (const part of process.stdin) parts.push(part as Buffer);
const { cleaned, ...verdict } = { cleaned: undefined, ...(await inspect(Buffer.concat(parts), process.argv[2] ?? '')) };
process.stdout.write(`${JSON.stringify({ ...verdict, cleaned: cleaned?.length ?? null })}\n`);
if (cleaned) process.stdout.write(cleaned);
