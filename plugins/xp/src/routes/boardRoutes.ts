import { xpBoardsSchema, xpMembershipSchema } from '@lectern/content-schemas'
import { defineLearnerRoute, type LearnerRoute } from '@lectern/kernel'
import { z } from 'zod'
import { joinBoards, leaveBoards } from '../operations/boardMembership.ts'
import { readBoard } from '../operations/readBoard.ts'

const none = z.object({})
const done = z.object({ done: z.literal(true) })

export const boardRoutes: LearnerRoute[] = [
  defineLearnerRoute({
    method: 'GET',
    path: '/xp/boards',
    summary: 'The leaderboards of the learner, and one of them',
    params: none,
    input: z.object({ board: z.string().max(100).default('league') }),
    output: xpBoardsSchema,
    handle: ({ req, user, input, locale }) =>
      readBoard({ req, learner: user.id, board: input.board, locale, now: new Date().toISOString() }),
  }),
  defineLearnerRoute({
    method: 'PUT',
    path: '/xp/boards/membership',
    summary: 'Be seen on leaderboards, or be shown there otherwise',
    params: none,
    input: xpMembershipSchema,
    output: done,
    handle: async ({ req, user, input }) => {
      await joinBoards({ req, learner: user.id, shownAs: input.shownAs })
      return { done: true as const }
    },
  }),
  defineLearnerRoute({
    method: 'DELETE',
    path: '/xp/boards/membership',
    summary: 'Be on no leaderboard any more',
    params: none,
    input: none,
    output: done,
    handle: async ({ req, user }) => {
      await leaveBoards({ req, learner: user.id })
      return { done: true as const }
    },
  }),
]
