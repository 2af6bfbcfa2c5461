import { VisitorFrame } from '@/components/access/visitor-frame';

export default function SignedOutPage() {
  return (
    <VisitorFrame title="You have signed out">
      <p>On a shared computer, close the browser too.</p>
      <p><a href="/sign-in">Sign in again</a></p>
    </VisitorFrame>
  );
}
