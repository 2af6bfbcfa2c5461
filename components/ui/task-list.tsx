import type { ReactNode } from 'react';
import { Tag, type Tone } from '@/components/ui/tag';

export type Task = {
  title: string;
  /** Without an address the task cannot be started yet; `hint` then says why. */
  href?: string;
  hint?: ReactNode;
  status: string;
  tone?: Tone;
};

/** The parts of something long, each with where it stands. Keep the statuses few: not started, in progress, complete, cannot start yet. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="tasks">
      {tasks.map((task) => (
        <li key={task.title}>
          <div>
            {task.href ? <a href={task.href}>{task.title}</a> : task.title}
            {task.hint && <p className="soft">{task.hint}</p>}
          </div>
          <Tag tone={task.tone}>{task.status}</Tag>
        </li>
      ))}
    </ul>
  );
}
