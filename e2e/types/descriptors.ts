// SPDX-License-Identifier: Apache-2.0
// A program that uses what we have added to the chain, by the types that PAPI generates. It is never run: `npm test` has TypeScript check it,
// and the descriptors themselves. What has to be refused is marked; a mark where nothing is refused is an error.

import { type PolkadotClient, type TxEvent, Enum } from 'polkadot-api';
import { type DestraErrors, destra } from '../.papi/descriptors/dist/index.js';

export async function uses(client: PolkadotClient, who: string, seen: TxEvent & { type: 'finalized' }) {
	const api = client.getTypedApi(destra);
	const head = { at: 'finalized' } as const;
	const tier = { length: 2_592_000_000n, multiplier: 100n };

	// Calls.
	const lock = api.tx.StakingLocks.lock({ amount: 10n ** 18n, tier });
	const bytes: Uint8Array = await lock.getEncodedData();
	const order = Enum('Streaming', { units: 1 });
	api.tx.ServicePayments.open({ provider: who, class: Enum('Hosting'), card: 0, version: 0n, order, prepayment: 1n });
	// @ts-expect-error An amount in planck is no number of JavaScript.
	api.tx.StakingLocks.lock({ amount: 1, tier });
	// @ts-expect-error A tier has a multiplier.
	api.tx.StakingLocks.lock({ amount: 1n, tier: { length: 1n } });
	// @ts-expect-error There is no such service.
	api.tx.ServicePayments.open({ provider: who, class: Enum('Laundry'), card: 0, version: 0n, order, prepayment: 1n });
	// @ts-expect-error There is no such call.
	api.tx.Emission.mint;

	// Storage, constants, runtime APIs and view functions.
	const supply = await api.apis.EmissionApi.supply(head);
	const issuance: bigint = supply.total_issuance;
	const same: typeof supply = await api.view.Emission.supply(head);
	const agreement = await api.query.ServicePayments.Agreements.getValue(0n, head);
	// @ts-expect-error There may be no such agreement.
	const escrow: bigint = agreement.escrow;
	const perhaps: bigint | undefined = agreement?.escrow;
	const deposit: bigint = await api.constants.ServicePayments.StorageDeposit();
	// @ts-expect-error A metric is called by its number.
	await api.apis.KpiOracleApi.history('paid_volume', head);
	// @ts-expect-error It takes an attainment as well.
	await api.view.Emission.projection(10, head);

	// Events.
	for (const { payload } of await api.event.Emission.Burned.get(seen.block.hash)) {
		const amount: bigint = payload.amount;
		switch (payload.cause.type) {
			case 'Service':
				return [payload.cause.value.type, amount] as const;
			// @ts-expect-error Nothing is burned for that.
			case 'Fun':
		}
	}

	// Errors.
	const known: keyof DestraErrors['StakingLocks'] = 'StakeTooLow';
	// @ts-expect-error There is no such error.
	const unknown: keyof DestraErrors['StakingLocks'] = 'NotPaidInTime';
	if (!seen.ok && seen.dispatchError.type === 'Module') return [seen.dispatchError.value, known, unknown];
	return [bytes, issuance, same, deposit, escrow, perhaps] as const;
}
