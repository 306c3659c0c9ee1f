export { AnotherWay } from '../pay/AnotherWay.tsx';
export { PayScreen } from '../pay/PayScreen.tsx';
export { LateStepView } from './LateStepView.tsx';
export { QrElsewhere } from './QrElsewhere.tsx';
export { QrExpired } from './QrExpired.tsx';
export { QrPicture } from './QrPicture.tsx';
export { QrTools } from './QrTools.tsx';
export { RedirectChoice } from './RedirectChoice.tsx';
