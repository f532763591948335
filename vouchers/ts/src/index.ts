// SPDX-License-Identifier: Apache-2.0
// Vouchers for metered services: what a customer signs off chain and a provider redeems.

export { accept, FINALITY_MARGIN } from './accept.js';
export type { Acceptance, Agreement, Owed, Refusal } from './accept.js';
export { decode, encode, MalformedVoucher, SCHEMES, signatureBytes, toCall } from './wire.js';
export type { Amounts, Fault, Scheme, Signature, SignedVoucher, Voucher, VoucherCall } from './wire.js';
export { payload } from './payload.js';
export type { Account, Bytes, Place } from './payload.js';
export { sign, signWithWallet } from './sign.js';
export type { Key, Wallet, WalletAccount } from './sign.js';
export { verify } from './verify.js';
