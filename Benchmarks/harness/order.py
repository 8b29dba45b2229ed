"""In which order Gradus takes the rows of an epoch, so that the others can take them alike.

The numbers are those of Philox4x32-10 (Salmon and others, 2011), the shuffle is Fisher and Yates's.
A mistake here would show: no other contender would come to the same loss.
"""

import array

LOW = 0xFFFFFFFF


def philox(key, high, low):
    """The first 64 of 128 random bits for a counter."""
    c0, c1, c2, c3 = low & LOW, low >> 32, high & LOW, high >> 32
    k0, k1 = key & LOW, key >> 32
    for _ in range(10):
        first, second = 0xD2511F53 * c0, 0xCD9E8D57 * c2
        c0, c1, c2, c3 = (second >> 32) ^ c1 ^ k0, second & LOW, (first >> 32) ^ c3 ^ k1, first & LOW
        k0, k1 = (k0 + 0x9E3779B9) & LOW, (k1 + 0xBB67AE85) & LOW
    return c1 << 32 | c0


def epoch_order(seed, epoch, rows):
    """The rows of an epoch, both counted from 0 and 1 as Gradus does."""
    order = list(range(rows))
    for last in range(rows - 1, 0, -1):
        uniform = (philox(seed, epoch, last) >> 11) * 2.0**-53
        other = min(int(uniform * (last + 1)), last)
        order[last], order[other] = order[other], order[last]
    return order


def orders(seed, epochs, rows):
    """The rows of all epochs, one after the other; as they stand without a seed."""
    result = array.array("i")
    for epoch in range(1, epochs + 1):
        result.extend(range(rows) if seed is None else epoch_order(seed, epoch, rows))
    return result
