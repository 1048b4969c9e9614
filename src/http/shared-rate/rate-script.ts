import { redisScript } from '../../redis/script.js';
import { keptShare, leastRate, memoryMs, recoveredPerSecond } from '../learned-rate.js';
import { learnedBurst, longestHoldMs } from '../rate-bucket.js';

/** A hold that grows by less than this in milliseconds is not told to the others: refusals of one moment come one after another. */
const heldAlikeMs = 100;
/** How long a bucket that nobody asks is remembered, in milliseconds: longer than any hold and anything that is learned. */
const lifetimeMs = 30 * 60 * 1000;
/** What others counted belongs to a refusal for so long, in milliseconds. */
const countedMs = 1000;

/**
 * `RateBucket` and `LearnedRate` for several processes, on the clock of Redis. Times go in and out as milliseconds from now.
 *
 * Fields: when it is full again, until when it is held, what was learned (`at`, `reached`), and the newest refusal with the calls that
 * all processes counted before it (`told`, `sum`) and the rate of that time (`cap`). Beside it stand the processes that are there.
 * A clock that goes back, as after a failover to another machine, takes all of it back (`seen`).
 */
export const rateScript = redisScript(`
  local key = KEYS[1]
  local set, most, channel, from = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3], ARGV[4]
  local isReturning, knownFull, knownHeld = ARGV[5] == '1', tonumber(ARGV[6]), tonumber(ARGV[7])
  local knownAge, knownReached = tonumber(ARGV[8]), tonumber(ARGV[9])
  local refusedFor, counted, addsTo = tonumber(ARGV[10]), tonumber(ARGV[11]), ARGV[12]
  local extra, spare = tonumber(ARGV[13]), tonumber(ARGV[14])

  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  local kept = redis.call('HMGET', key, 'full', 'held', 'at', 'reached', 'told', 'sum', 'cap', 'seen')
  local full, held, at, reached = tonumber(kept[1]), tonumber(kept[2]) or 0, tonumber(kept[3]), tonumber(kept[4])
  local told, sum, cap = kept[5] or '', tonumber(kept[6]) or 0, tonumber(kept[7])

  local back = math.min(0, now - (tonumber(kept[8]) or now))
  if back < 0 then full, held, at = full + back, held + back, at and at + back end

  if not full or isReturning then
    full = math.max(full or now, now + knownFull)
    held = math.max(held, now + knownHeld)
    if knownAge >= 0 and (not at or now - knownAge > at) then at, reached = now - knownAge, knownReached end
  end

  local function rateNow()
    if at then
      local grown = math.max(${leastRate}, reached * ${keptShare}) + (now - at) / 1000 * ${recoveredPerSecond} * reached
      if set > 0 and grown < set then return grown, true end
      if set == 0 and now - at <= ${memoryMs} then return grown, true end
    end
    at, reached = nil, nil
    if set > 0 then return set, false end
    return nil, false
  end
  local rate, interval, burst
  local function look()
    local isLowered
    rate, isLowered = rateNow()
    interval = rate and 1000 / rate or 0
    burst = isLowered and math.max(1, math.min(most, rate * ${learnedBurst})) or most
  end
  look()
  local function learn()
    local total = cap and math.min(sum, cap) or sum
    if total <= ${leastRate} then return end
    at, reached = tonumber(told), total
    look()
    full = math.max(full, held + burst * interval)
  end

  local isFirst = false
  if addsTo ~= '' and addsTo == told and now - tonumber(told) < ${countedMs} then
    sum = sum + counted
    learn()
  end
  if refusedFor >= 0 then
    local before = held
    isFirst = now >= held
    held = math.max(held, now + math.min(refusedFor, ${longestHoldMs}))
    if isFirst then
      told, sum, cap = string.format('%.3f', now), counted, rate
      learn()
    end
    if isFirst or held > before + ${heldAlikeMs} then redis.call('PUBLISH', channel, from .. ' ' .. told) end
  end

  local start = math.max(now, held)
  local answer = {}
  for index = 15, #ARGV, 2 do
    local cost, longest = tonumber(ARGV[index]), tonumber(ARGV[index + 1])
    local after = math.max(full, start) + cost * interval
    local ready = math.max(start, after - burst * interval)
    local isTaken = ready <= now or ready - now < longest
    if isTaken then full = after end
    answer[#answer + 1] = isTaken and '1' or '0'
    answer[#answer + 1] = string.format('%.3f', ready - now)
  end
  local isSpared = spare > 0 and math.max(held, full - math.max(0, burst / 2 - spare) * interval) <= now
  if isSpared then full = math.max(full, now) + spare * interval end
  local granted = 0
  if extra > 0 and rate and held <= now then
    local free = math.floor((now + burst * interval - math.max(full, now)) / interval)
    granted = math.max(0, math.min(extra, free))
    full = math.max(full, now) + granted * interval
  end

  redis.call('DEL', key)
  local fields = { 'full', string.format('%.3f', full), 'held', string.format('%.3f', held), 'told', told, 'sum', tostring(sum), 'seen', string.format('%.3f', now) }
  local function keep(name, value)
    if not value then return end
    fields[#fields + 1] = name
    fields[#fields + 1] = string.format('%.3f', value)
  end
  keep('at', at)
  keep('reached', reached)
  keep('cap', cap)
  redis.call('HSET', key, unpack(fields))
  redis.call('PEXPIRE', key, ${lifetimeMs} + math.ceil(math.max(0, full - now)))
  return {
    string.format('%.3f', full - now), string.format('%.3f', held - now),
    at and string.format('%.3f', now - at) or '-1', reached and string.format('%.3f', reached) or '0',
    told, isFirst and '1' or '0', tostring(granted), isSpared and '1' or '0',
    tostring(redis.call('ZCARD', KEYS[2])), unpack(answer)
  }
`);

/**
 * Shows that a process is there. Gives how many are, whether this one was known, and of each bucket the newest refusal and whether
 * anything is learned.
 */
export const presenceScript = redisScript(`
  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  local wasKnown = redis.call('ZSCORE', KEYS[1], ARGV[1])
  redis.call('ZADD', KEYS[1], now, ARGV[1])
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[2]))
  redis.call('ZREMRANGEBYSCORE', KEYS[1], now + tonumber(ARGV[2]), '+inf')
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  local answer = { tostring(redis.call('ZCARD', KEYS[1])), wasKnown and '1' or '0' }
  for index = 2, #KEYS do
    local kept = redis.call('HMGET', KEYS[index], 'told', 'at')
    answer[#answer + 1] = kept[1] or ''
    answer[#answer + 1] = kept[2] and '1' or '0'
  end
  return answer
`);
