/** Documents in each of their forms. */
@NullMarked
package fr.passerelle.sheets.form;

import org.jspecify.annotations.NullMarked;
