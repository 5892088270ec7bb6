/** Circles in a graph of files, one for each knot (Tarjan’s strongly connected components), each in the order of its members. */
export function findCycles({ edges }: { edges: Map<string, string[]> }): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const cycles: string[][] = []

  const visit = (node: string): number => {
    const number = order.size
    order.set(node, number)
    lowest.set(node, number)
    open.push(node)
    isOpen.add(node)
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) lowest.set(node, Math.min(lowest.get(node) ?? number, visit(next)))
      else if (isOpen.has(next)) lowest.set(node, Math.min(lowest.get(node) ?? number, order.get(next) ?? number))
    }
    const low = lowest.get(node) ?? number
    if (low === number) {
      const knot = open.splice(open.indexOf(node))
      for (const member of knot) isOpen.delete(member)
      if (knot.length > 1 || edges.get(node)?.includes(node)) cycles.push(knot)
    }
    return low
  }
  for (const node of edges.keys()) if (!order.has(node)) visit(node)
  return cycles
}
