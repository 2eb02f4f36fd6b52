package dev.slipway.identity;

/** A group of people that holds a role: {@code qa}, {@code security}. */
public record GroupId(String value) implements Comparable<GroupId> {

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
