/** What leaves for people to read and to correct: rejects and corrections, on the screen, as CSV and as XLSX. */
@NullMarked
package fr.passerelle.batch.export;

import org.jspecify.annotations.NullMarked;
