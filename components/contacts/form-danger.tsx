'use client'

import { Banner } from '../ui/banner'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import type { SectionProps } from './form-section'

/** Asked first. A yes shows at once what to do, before anything else is written down. */
export function DangerSection({ form, errorOf, danger }: SectionProps & { danger: string }) {
  return (
    <Card title="Is anyone in danger now?" fields>
      <Radios
        legend="Immediate danger"
        hint="For example: a child is being held, threatened or hurt, or has just been taken somewhere."
        id="immediateDanger"
        inline
        error={errorOf('immediateDanger')}
        options={[
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes' },
        ]}
        {...form.register('danger')}
      />
      <div aria-live="assertive">
        {danger === 'yes' ? (
          <div>
            <Banner tone="important" title="Act now, write afterwards">
              <ol>
                <li>Call 999 and ask for the police, or make sure that the caller does. Stay on the line with the caller if you can.</li>
                <li>Tell the safeguarding lead now, by voice. Out of hours, tell the Emergency Duty Team.</li>
                <li>Write down below what was done, by whom and when. What you typed here is kept.</li>
              </ol>
            </Banner>
            <TextArea label="What has been done about the danger" rows={3} error={errorOf('dangerAction')} {...form.register('dangerAction')} />
          </div>
        ) : null}
      </div>
    </Card>
  )
}
