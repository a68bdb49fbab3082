package fr.passerelle.sources.workbook;

/**
 * A sheet as its workbook lists it. Its name may name a person.
 *
 * @param number its place among the sheets, from 1
 * @param part where its rows are
 */
public record SheetEntry(int number, String name, boolean visible, String part) {}
