import { VisitorFrame } from '@/components/access/visitor-frame';

/** Hidden and absent look the same: this page knows nothing of what was asked for. */
export default function NotFoundPage() {
  return (
    <VisitorFrame title="Page not found">
      <p>If you typed the address, check that it is right. If you followed a link, the record may not be yours to see, or not be there any more.</p>
      <p><a href="/">Go to what needs doing</a></p>
    </VisitorFrame>
  );
}
