/** The page of what the region would pay, and of what it would under another barème. */
@NullMarked
package fr.passerelle.console.budget;

import org.jspecify.annotations.NullMarked;
