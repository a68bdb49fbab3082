package fr.passerelle.batch.attendance;

import java.util.Arrays;

/** Numbers of records, written as PostgreSQL writes a set of ranges: short where a file follows an earlier one. */
final class RecordRanges {

    private static final int FIRST_SIZE = 64;

    private int[] numbers = new int[FIRST_SIZE];
    private int size;

    static RecordRanges of(Integer[] numbers) {
        RecordRanges ranges = new RecordRanges();
        for (int number : numbers) {
            ranges.add(number);
        }
        return ranges;
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    /** As an int4multirange. */
    String text() {
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
                    .append(last)
                    .append(']');
        }
        return text.append('}').toString();
    }
}
