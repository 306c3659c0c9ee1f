/**
 * What the script tag's lazy files take from the first. The build points their imports of these
 * modules here (`build/lazyFile.ts`), by their place in the list: names would be a tenth of a
 * kilobyte. What a lazy view uses of them has to be in it, else the build fails.
 */
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Fragment, jsx } from 'react/jsx-runtime';
import { attemptOf } from '../checkout/confirm/attempt.ts';
import {
  addAttemptLine,
  attemptLines,
  attemptMark,
  keyPrefix,
  recordRead,
} from '../checkout/confirm/attemptStore.ts';
import { currentDevice, FRAME, isReturnMessage, listen, POPUP } from '../checkout/index.ts';
import { retryDelay } from '../checkout/polling/pollDelay.ts';
import { detailsOf, stripeRefusal } from '../gateway/answer.ts';
import { callGateway, checkedIntent } from '../gateway/callGateway.ts';
import { isGateway } from '../gateway/customGateway.ts';
import { GatewayError } from '../gateway/gatewayError.ts';
import { intentPath, send } from '../gateway/send.ts';
import { warnOnce } from '../gateway/warnOnce.ts';
import {
  decimalsOf,
  formatMoney,
  hasOwn,
  intentIdOf,
  isRecord,
  localeTag,
  text,
} from '../intent/index.ts';
import { appName, LOCALES, methodName, pickLocale } from '../locales/index.ts';
import { useActions, usePayment, useWords } from '../react/contexts.ts';
import { QrCode } from '../react/qr/QrCode.tsx';
import { qrPath } from '../react/qr/qrPath.ts';
import { hasRedirected, rememberRedirect } from '../react/redirect/redirectLog.ts';
import { useBeforeRedirect } from '../react/redirect/useBeforeRedirect.ts';
import { isFramed } from '../react/redirect/useRedirect.ts';
import {
  Button,
  Check,
  Link,
  Mark,
  Screen,
  Spinner,
  useAnnounced,
} from '../react/screen/Screen.tsx';
import { isVisible, VISIBILITY_POLL_MS, whenVisible } from '../react/screen/visibility.ts';
import { useLatest } from '../react/useLatest.ts';
import { useUnmountSignal } from '../react/useUnmountSignal.ts';
import { LOOPBACK, webUrl } from '../step/url.ts';
import { loadAsset } from './assets.ts';
import { isIgnoredAttribute } from './ignoredAttributes.ts';
import { registerLazyViews } from './lazy/useLazyViews.ts';
import { OBSERVED, OPTIONS } from './options.ts';
import { document } from './safeDocument.ts';

export const SHARED = [
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  Fragment,
  jsx,
  attemptOf,
  addAttemptLine,
  attemptLines,
  keyPrefix,
  attemptMark,
  recordRead,
  FRAME,
  isReturnMessage,
  listen,
  POPUP,
  retryDelay,
  detailsOf,
  stripeRefusal,
  GatewayError,
  callGateway,
  checkedIntent,
  send,
  intentPath,
  warnOnce,
  decimalsOf,
  formatMoney,
  hasOwn,
  intentIdOf,
  isRecord,
  localeTag,
  text,
  appName,
  methodName,
  LOCALES,
  pickLocale,
  hasRedirected,
  rememberRedirect,
  Button,
  Check,
  Link,
  Mark,
  Screen,
  Spinner,
  useAnnounced,
  QrCode,
  qrPath,
  useBeforeRedirect,
  isFramed,
  isVisible,
  VISIBILITY_POLL_MS,
  whenVisible,
  useActions,
  usePayment,
  useWords,
  useLatest,
  useUnmountSignal,
  currentDevice,
  LOOPBACK,
  webUrl,
  registerLazyViews,
  document,
  isIgnoredAttribute,
  loadAsset,
  isGateway,
  OBSERVED,
  OPTIONS,
] as const;
