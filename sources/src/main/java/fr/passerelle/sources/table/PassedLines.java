package fr.passerelle.sources.table;

/**
 * The lines of a file, and those that no record stands for.
 *
 * @param all counted by themselves, whatever stands on them; of a sheet, the number of its last row
 * @param blank lines of blank records
 * @param announcing lines that only say which sign separates the cells
 */
public record PassedLines(long all, long blank, long announcing) {}
