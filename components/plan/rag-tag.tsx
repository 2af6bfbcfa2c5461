import { Tag } from '@/components/ui/tag';
import { ragNames } from '@/lib/plan/labels';
import type { Rag } from '@/lib/plan/rules';

/** The RAG with its reason: "Red: past due". What a document does not state is said in those words, and has no colour. */
export function RagTag({ rag, because }: { rag: Rag; because: string }) {
  if (rag === 'not_stated') return <>Not stated</>;
  const [reason, sentence] = because.split(/: (.*)/s);
  return (
    <>
      <Tag tone={rag}>{ragNames[rag]}: {reason}</Tag>
      {sentence && <> <span className="soft max-w-72">{sentence}</span></>}
    </>
  );
}
