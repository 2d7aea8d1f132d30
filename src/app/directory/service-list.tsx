// Services in a list, each with when somebody last looked whether it is still so.
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { useSaid } from '#app/directory/said.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { List, Row } from '#app/ui/list.tsx'
import type { Service } from '#domain/directory/directory.ts'

export const ServiceList = ({ services, label }: { services: readonly Service[]; label?: string }) => {
  const said = useSaid()
  const words = useDirectoryWords()
  const now = useClock()()
  return (
    <List {...(label !== undefined && { label })}>
      {services.map((service) => (
        <Row
          key={service.id}
          icon="hands"
          href={`/services/${service.id}`}
          title={said(service.name)}
          detail={words.checked(service.lastChecked, now)}
        />
      ))}
    </List>
  )
}
