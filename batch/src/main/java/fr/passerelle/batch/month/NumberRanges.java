package fr.passerelle.batch.month;

import java.util.Arrays;

/** Numbers, written as PostgreSQL writes a set of ranges. */
public final class NumberRanges {

    private static final int FIRST_SIZE = 64;

    private int[] numbers = new int[FIRST_SIZE];
    private int size;

    /** One more, in any order. */
    public void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    /** As PostgreSQL itself writes an int4multirange. */
    public String text() {
        Arrays.sort(numbers, 0, size);
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < size; ) {
            int first = numbers[i];
            int last = first;
            while (++i < size && numbers[i] <= last + 1) {
                last = numbers[i];
            }
            text.append(text.length() == 1 ? "[" : ",[")
                    .append(first)
                    .append(',')
                    .append(last + 1)
                    .append(')');
        }
        return text.append('}').toString();
    }
}
