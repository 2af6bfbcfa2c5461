import { submitSignOut } from '@/lib/access/server-actions';

/** A button, not a link: signing out changes something. */
export function SignOut() {
  return (
    <form action={submitSignOut}>
      <button type="submit" className="link-button">Sign out</button>
    </form>
  );
}
