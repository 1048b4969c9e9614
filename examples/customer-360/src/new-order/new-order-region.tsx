import { Button, Stack } from '@mantine/core';
import { IconShoppingCartPlus } from '@tabler/icons-react';
import { useCatalogQuery } from 'commercegraph-client/react';
import { ownProblems } from '../graph/problems.js';
import type { Shopper } from '../graph/rows.js';
import { useLastError } from '../graph/use-last-error.js';
import { useWords } from '../language/language-context.js';
import { OutcomeNotice } from '../parts/outcome-notice.js';
import { ProblemNotices } from '../parts/problem-notice.js';
import { Region } from '../parts/region.js';
import { DeliverTo } from './deliver-to.js';
import { PlacedNotice } from './placed-notice.js';
import { ProductFields } from './product-fields.js';
import { useOrderForm } from './use-order-form.js';

interface NewOrderRegionProps {
  readonly shopper: Shopper;
  readonly email: string;
  readonly onPlaced: () => void;
}

/** A form that places an order in the shop, once, and says what became of it. */
export function NewOrderRegion(props: NewOrderRegionProps) {
  const { text } = useWords();
  const catalog = useCatalogQuery({ variables: { first: 50 } });
  const catalogError = useLastError(catalog);
  // Products that only another provider has cannot be ordered here: its trouble is none of this form's.
  const problems = ownProblems(catalogError, [['products'], ['shippingMethods']]).filter(
    ({ provider }) => provider === null || provider === 'QUICKBUTIK',
  );
  const form = useOrderForm(props);
  const { outcome, isSending, isLocked } = form;
  return (
    <Region title={text.newOrder} icon={IconShoppingCartPlus} note={text.newOrderText} isBusy={isSending}>
      <ProblemNotices problems={problems} onRetry={() => void catalog.refetch()} isRetrying={catalog.loading} />
      {outcome?.kind === 'done' ? (
        <PlacedNotice order={outcome.value} onNext={form.next} />
      ) : (
        <form onSubmit={form.place} noValidate>
          <Stack gap="md">
            <ProductFields catalog={catalog.data} isLoading={catalog.loading} form={form} />
            <DeliverTo form={form} />
            <Button
              type="submit"
              fullWidth
              leftSection={<IconShoppingCartPlus size={18} aria-hidden />}
              loading={isSending}
              disabled={isLocked}
            >
              {text.placeOrder}
            </Button>
          </Stack>
        </form>
      )}
      {outcome !== null && outcome.kind !== 'done' && (
        <OutcomeNotice
          outcome={outcome}
          onRepeat={form.repeat}
          onStartAnew={form.startAnew}
          isSending={isSending}
          done={null}
          loose={form.loose}
        />
      )}
    </Region>
  );
}
