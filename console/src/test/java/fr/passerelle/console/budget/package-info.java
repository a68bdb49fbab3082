/** What the region would pay, on plans that are made up. */
@NullMarked
package fr.passerelle.console.budget;

import org.jspecify.annotations.NullMarked;
