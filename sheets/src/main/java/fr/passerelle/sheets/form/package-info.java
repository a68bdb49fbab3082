/** A document as blocks, and its forms: plain text, HTML, ODT and tagged PDF. */
@NullMarked
package fr.passerelle.sheets.form;

import org.jspecify.annotations.NullMarked;
