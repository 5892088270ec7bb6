import { TagsCell as TagsCell_413ba72805403721d5233658d8129166 } from '../../../admin/TagsCell.tsx'
import { CourseTree as CourseTree_840791a33198c5d33732dd6b87075bbc } from '../../../admin/CourseTree.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { CompletionField as CompletionField_9b4f844c081c46f3c0ba488010f3847a } from '../../../admin/CompletionField.tsx'
import { JsonField as JsonField_dd9fe01d67c02e503e48e473326c1244 } from '../../../admin/JsonField.tsx'
import { RetryDelivery as RetryDelivery_a652db72dd67c02341d8c216eb7b4d66 } from '@lectern/kernel/admin/RetryDelivery'
import { FileLink as FileLink_6dfbc6b9d4cbef44ceabdb15141f0b5a } from '@lectern/grading/admin/FileLink'
import { FileLinkCell as FileLinkCell_6dfbc6b9d4cbef44ceabdb15141f0b5a } from '@lectern/grading/admin/FileLink'
import { RuleField as RuleField_732b3ca6e0f056b291a89eb36c7e766a } from '@lectern/kernel/admin/RuleField'
import { RulePreview as RulePreview_7520c06d051f6fc8de3b1a033b29fabb } from '@lectern/xp/admin/RulePreview'
import { ReverseEntry as ReverseEntry_95346ce737e2edc6564f4e4fb76bd349 } from '@lectern/xp/admin/ReverseEntry'
import { PercentField as PercentField_20b52d70f349b7090efb206f91ea9046 } from '@lectern/questions/admin/PercentField'
import { OptionRowLabel as OptionRowLabel_7d2a972e9a111cdd815baab344ad37cc } from '@lectern/questions/admin/OptionRowLabel'
import { AreaPad as AreaPad_2267f28485937652fddb9779042547c0 } from '@lectern/questions/admin/AreaPad'
import { QuestionPreview as QuestionPreview_8192beda8ec4fed02485a837242d393a } from '@lectern/questions/admin/QuestionPreview'
import { QuestionTypeCell as QuestionTypeCell_b8ea601ec10a94b492666812e7ec37cb } from '../../../admin/QuestionTypeCell.tsx'
import { TextCell as TextCell_ecb048da1d0c88cd282f8c8cb3eca3e0 } from '../../../admin/TextCell.tsx'
import { NumberCell as NumberCell_de094073fe88b84e8f8d1f52dcab507f } from '@lectern/bank/admin/NumberCell'
import { SimilarQuestions as SimilarQuestions_bfcf2b4ef66ac8148915d7d39f21bcec } from '@lectern/bank/admin/SimilarQuestions'
import { WhereUsed as WhereUsed_0da6d1859a3e0d288b076a6ab608da11 } from '@lectern/bank/admin/WhereUsed'
import { BankFilters as BankFilters_33f3a501dd304a58892e9cd1394015c2 } from '@lectern/bank/admin/BankFilters'
import { BulkEdit as BulkEdit_a8de05e818ce6c88e9b1a7d6427528b5 } from '@lectern/bank/admin/BulkEdit'
import { DuplicatesView as DuplicatesView_a97f9fc792397f90178a403745c5eae2 } from '@lectern/bank/admin/DuplicatesView'
import { SendAnnouncement as SendAnnouncement_0c9d63755ffb035b707ccd3dbb7c59df } from '@lectern/notifications/admin/SendAnnouncement'
import { Icon as Icon_612c3d34eaf6813b778508e4375488a4 } from '../../../admin/Logo.tsx'
import { Logo as Logo_612c3d34eaf6813b778508e4375488a4 } from '../../../admin/Logo.tsx'
import { QueueLink as QueueLink_175cd32c0db1ace6f10a3618af068ba6 } from '@lectern/kernel/admin/QueueLink'
import { MailboxLink as MailboxLink_3f23d1dc07a3a3161036cda5828203cc } from '@lectern/notifications/admin/MailboxLink'
import { NumberLinePreview as NumberLinePreview_613d1972f7205e09c4912fb968de9ff2 } from 'lectern-question-number-line/preview'
import { QueueView as QueueView_582eb9954ff2e425a73e358508ac9ab6 } from '@lectern/kernel/admin/QueueView'
import { MailboxView as MailboxView_b2914c6b4bc17f31793028166fd62dfa } from '@lectern/notifications/admin/MailboxView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "./admin/TagsCell.tsx#TagsCell": TagsCell_413ba72805403721d5233658d8129166,
  "./admin/CourseTree.tsx#CourseTree": CourseTree_840791a33198c5d33732dd6b87075bbc,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "./admin/CompletionField.tsx#CompletionField": CompletionField_9b4f844c081c46f3c0ba488010f3847a,
  "./admin/JsonField.tsx#JsonField": JsonField_dd9fe01d67c02e503e48e473326c1244,
  "@lectern/kernel/admin/RetryDelivery#RetryDelivery": RetryDelivery_a652db72dd67c02341d8c216eb7b4d66,
  "@lectern/grading/admin/FileLink#FileLink": FileLink_6dfbc6b9d4cbef44ceabdb15141f0b5a,
  "@lectern/grading/admin/FileLink#FileLinkCell": FileLinkCell_6dfbc6b9d4cbef44ceabdb15141f0b5a,
  "@lectern/kernel/admin/RuleField#RuleField": RuleField_732b3ca6e0f056b291a89eb36c7e766a,
  "@lectern/xp/admin/RulePreview#RulePreview": RulePreview_7520c06d051f6fc8de3b1a033b29fabb,
  "@lectern/xp/admin/ReverseEntry#ReverseEntry": ReverseEntry_95346ce737e2edc6564f4e4fb76bd349,
  "@lectern/questions/admin/PercentField#PercentField": PercentField_20b52d70f349b7090efb206f91ea9046,
  "@lectern/questions/admin/OptionRowLabel#OptionRowLabel": OptionRowLabel_7d2a972e9a111cdd815baab344ad37cc,
  "@lectern/questions/admin/AreaPad#AreaPad": AreaPad_2267f28485937652fddb9779042547c0,
  "@lectern/questions/admin/QuestionPreview#QuestionPreview": QuestionPreview_8192beda8ec4fed02485a837242d393a,
  "./admin/QuestionTypeCell.tsx#QuestionTypeCell": QuestionTypeCell_b8ea601ec10a94b492666812e7ec37cb,
  "./admin/TextCell.tsx#TextCell": TextCell_ecb048da1d0c88cd282f8c8cb3eca3e0,
  "@lectern/bank/admin/NumberCell#NumberCell": NumberCell_de094073fe88b84e8f8d1f52dcab507f,
  "@lectern/bank/admin/SimilarQuestions#SimilarQuestions": SimilarQuestions_bfcf2b4ef66ac8148915d7d39f21bcec,
  "@lectern/bank/admin/WhereUsed#WhereUsed": WhereUsed_0da6d1859a3e0d288b076a6ab608da11,
  "@lectern/bank/admin/BankFilters#BankFilters": BankFilters_33f3a501dd304a58892e9cd1394015c2,
  "@lectern/bank/admin/BulkEdit#BulkEdit": BulkEdit_a8de05e818ce6c88e9b1a7d6427528b5,
  "@lectern/bank/admin/DuplicatesView#DuplicatesView": DuplicatesView_a97f9fc792397f90178a403745c5eae2,
  "@lectern/notifications/admin/SendAnnouncement#SendAnnouncement": SendAnnouncement_0c9d63755ffb035b707ccd3dbb7c59df,
  "./admin/Logo.tsx#Icon": Icon_612c3d34eaf6813b778508e4375488a4,
  "./admin/Logo.tsx#Logo": Logo_612c3d34eaf6813b778508e4375488a4,
  "@lectern/kernel/admin/QueueLink#QueueLink": QueueLink_175cd32c0db1ace6f10a3618af068ba6,
  "@lectern/notifications/admin/MailboxLink#MailboxLink": MailboxLink_3f23d1dc07a3a3161036cda5828203cc,
  "lectern-question-number-line/preview#NumberLinePreview": NumberLinePreview_613d1972f7205e09c4912fb968de9ff2,
  "@lectern/kernel/admin/QueueView#QueueView": QueueView_582eb9954ff2e425a73e358508ac9ab6,
  "@lectern/notifications/admin/MailboxView#MailboxView": MailboxView_b2914c6b4bc17f31793028166fd62dfa,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
