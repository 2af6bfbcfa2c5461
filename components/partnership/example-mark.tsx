import { Tag } from '@/components/ui/tag';

/** Beside each invented record in a list that holds others too. */
export function ExampleMark({ shown }: { shown: boolean }) {
  return shown ? <Tag>EXAMPLE</Tag> : null;
}
