import { Grid, Group, Paper, Skeleton, Stack } from '@mantine/core';

/** The page's shape while its first answer is on the way. */
export function PageSkeleton() {
  return (
    <Stack gap="lg" aria-busy data-testid="page-skeleton">
      <Paper withBorder radius="lg" p="lg">
        <Group wrap="nowrap">
          <Skeleton circle height={64} />
          <Stack gap="xs" style={{ flexGrow: 1 }}>
            <Skeleton height={22} width="40%" />
            <Skeleton height={14} width="60%" />
          </Stack>
        </Group>
      </Paper>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <Lines count={5} />
            <Lines count={4} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Lines count={4} />
            <Lines count={3} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

/** A region's shape while it loads. */
function Lines({ count }: { readonly count: number }) {
  return (
    <Paper withBorder radius="lg" p="lg">
      <Stack gap="md">
        <Skeleton height={24} width="35%" />
        {Array.from({ length: count }, (_, line) => (
          <Skeleton key={line} height={36} radius="md" />
        ))}
      </Stack>
    </Paper>
  );
}
