/**
 * Sheets of workbooks, {@code .xlsx} and {@code .ods}, row after row: a cell is what the workbook holds, never what a program would show of
 * it. Written here over a streaming XML parser, because the libraries for it run out of memory on crafted files or change a cell without a
 * word.
 */
@NullMarked
package fr.passerelle.sources.workbook;

import org.jspecify.annotations.NullMarked;
