import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/access/sign-in-form';
import { TryAs } from '@/components/access/try-as';
import { VisitorFrame } from '@/components/access/visitor-frame';
import { Notice } from '@/components/ui/notice';
import { safePath } from '@/lib/access/guard';
import { readSignInPage } from '@/lib/access/sign-in';

type Props = { searchParams: Promise<{ then?: string; kept?: string; ended?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { then, kept, ended } = await searchParams;
  const page = await readSignInPage();
  if (page.awaitsSetUp) redirect('/set-up');
  const goTo = safePath(typeof then === 'string' ? then : '/');
  return (
    <VisitorFrame title="Sign in" partnership={page.partnership} demonstration={page.isDemonstration}>
      {kept && <Notice title="You had been signed out. What you typed is kept."><p>Sign in with the same account, and it is there again.</p></Notice>}
      {ended && !kept && <Notice title="You have been signed out."><p>Sign in to go on where you were.</p></Notice>}
      {page.isDemonstration && <TryAs people={page.people} then={goTo} />}
      <SignInForm then={goTo} demonstration={page.isDemonstration} />
    </VisitorFrame>
  );
}
