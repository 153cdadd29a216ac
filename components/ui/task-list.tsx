import type { ReactNode } from 'react'
import { Tag, type Tone } from './tag'
import { TextLink } from './text-link'

export type Task = {
  key: string
  title: string
  /** Left out while the task cannot be started. */
  href?: string
  hint?: ReactNode
  status: { text: string; tone?: Tone | 'plain' }
}

/** The parts of a longer piece of work, each with its state. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="divide-y border-y in-data-card:border-y-0">
      {tasks.map((task) => {
        const statusId = `task-${task.key}-status`
        return (
          <li key={task.key} className="relative flex items-start justify-between gap-4 px-1 py-3 hover:bg-sunk">
            <div className="min-w-0">
              {task.href ? (
                <TextLink
                  href={task.href}
                  aria-describedby={statusId}
                  className="before:absolute before:inset-0 before:content-['']"
                >
                  {task.title}
                </TextLink>
              ) : (
                <span className="text-ink-soft">{task.title}</span>
              )}
              {task.hint ? <div className="text-[0.9375rem] text-ink-soft">{task.hint}</div> : null}
            </div>
            <div id={statusId} className="flex-none">
              {task.status.tone && task.status.tone !== 'plain' ? (
                <Tag tone={task.status.tone}>{task.status.text}</Tag>
              ) : (
                <span className="text-[0.9375rem] text-ink-soft">{task.status.text}</span>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
