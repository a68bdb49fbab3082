package fr.passerelle.batch.source.workbook;

/**
 * A sheet as its workbook lists it.
 *
 * @param number its place among the sheets, from 1
 * @param part where its rows are
 */
record SheetEntry(int number, String name, boolean visible, String part) {}
