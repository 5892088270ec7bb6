import type { Block, Config, Field } from 'payload'

const jsonField = './admin/JsonField.tsx#JsonField'
const codeField = './admin/JsonField.tsx#SourceField'

/**
 * Gives every field of JSON or code a plain text area. Payload's own editor for them is fetched from another server when
 * the page is opened: without it the field stays empty, and with it somebody learns who works here.
 */
export function plainJsonFields(config: Config): Config {
  return {
    ...config,
    collections: (config.collections ?? []).map((collection) => ({ ...collection, fields: collection.fields.map(plain) })),
    globals: (config.globals ?? []).map((global) => ({ ...global, fields: global.fields.map(plain) })),
  }
}

function plain(field: Field): Field {
  switch (field.type) {
    case 'json':
    case 'code': {
      const Field = field.admin?.components?.Field ?? (field.type === 'json' ? jsonField : codeField)
      return { ...field, admin: { ...field.admin, components: { ...field.admin?.components, Field } } } as Field // the same kind of field
    }
    case 'array':
    case 'collapsible':
    case 'group':
    case 'row':
      return { ...field, fields: field.fields.map(plain) } as Field // the same kind of field
    case 'tabs':
      return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(plain) })) }
    case 'blocks':
      return { ...field, blocks: field.blocks.map((block): Block => ({ ...block, fields: block.fields.map(plain) })) }
    default:
      return field
  }
}
