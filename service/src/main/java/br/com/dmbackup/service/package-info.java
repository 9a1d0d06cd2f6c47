/**
 * Makes DMBackup a service of the operating system: an account of its own, program folders, units, rights.
 *
 * <p>A {@link br.com.dmbackup.service.ServicePlan} says what is wanted; for each system a pure function makes of it a list
 * of {@link br.com.dmbackup.service.step.Step steps}, which can be shown, read in tests, or done. Only
 * {@link br.com.dmbackup.service.step.StepWork} touches the machine. Data is never removed.
 */
@NullMarked
package br.com.dmbackup.service;

import org.jspecify.annotations.NullMarked;
