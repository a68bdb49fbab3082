/**
 * Sheets of workbooks, {@code .xlsx} and {@code .ods}, row after row: a cell is what the workbook holds, never what a program would show of
 * it. Written here over a streaming XML parser, because the libraries for it run out of memory on crafted files or change a cell without a
 * word. The archives that they are in, and others, are opened with guards: no name that leads elsewhere, nothing encrypted, nothing that
 * swells without measure, every byte checked.
 */
@NullMarked
package fr.passerelle.sources.workbook;

import org.jspecify.annotations.NullMarked;
