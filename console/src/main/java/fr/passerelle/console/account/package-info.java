/** The accounts of the console, for those who manage them, and one's own for everybody. */
@NullMarked
package fr.passerelle.console.account;

import org.jspecify.annotations.NullMarked;
