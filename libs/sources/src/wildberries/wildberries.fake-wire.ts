import type { FakeFeedback, FakeQuestion } from './wildberries.world.js';

const PRODUCT = {
  nmId: 987654321,
  imtId: 123456789,
  productName: 'Тени исчезают в полдень. Подарочное издание',
  supplierArticle: 'BOOK-1',
  supplierName: 'ИП Фонарёва',
  brandName: 'Лавка',
  size: '0',
};

/** A question as the API of Wildberries shows it. */
export function questionWire({ id, text, at, answer, declined }: FakeQuestion): Record<string, unknown> {
  return {
    id,
    text,
    createdDate: at.replace('Z', '513469Z'),
    state: declined ? 'none' : answer === undefined ? 'suppliersPortalSynch' : 'wbRu',
    answer:
      answer === undefined ? null : { text: answer.text, editable: !answer.corrected, createDate: answer.at },
    productDetails: PRODUCT,
    wasViewed: answer !== undefined,
    isWarned: false,
  };
}

/** A review as the API of Wildberries shows it. */
export function feedbackWire(feedback: FakeFeedback): Record<string, unknown> {
  const { id, text, pros, cons, stars, at, author, answer, parentId, childId } = feedback;
  return {
    id,
    text,
    pros,
    cons,
    productValuation: stars,
    createdDate: at.replace(/\.\d+Z$/, 'Z'),
    answer:
      answer === undefined ? null : { text: answer.text, state: answer.state, editable: !answer.corrected },
    state: answer === undefined ? 'none' : 'wbRu',
    productDetails: PRODUCT,
    photoLinks: null,
    video: null,
    wasViewed: answer !== undefined,
    userName: author,
    matchingSize: '',
    isAbleSupplierFeedbackValuation: true,
    supplierFeedbackValuation: 0,
    isAbleSupplierProductValuation: false,
    supplierProductValuation: 0,
    isAbleReturnProductOrders: true,
    returnProductOrdersDate: null,
    bables: null,
    lastOrderShkId: 123456789,
    lastOrderCreatedAt: '2026-11-05T10:00:00+03:00',
    color: '',
    subjectId: 381,
    subjectName: 'Книги',
    parentFeedbackId: parentId ?? null,
    childFeedbackId: childId ?? null,
  };
}
