/** Vehicles and their bookings: what a member books and says was paid, and what staff see of it. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { booking, bookingMoney, picture, vehicle } from "./ev-shapes.server";
import { amount, count, currency, id, instant, maybe, pageOf, state, type Paging } from "./shapes.server";

export type { Booking, BookingPayment, Instalment, Vehicle } from "./ev-shapes.server";

const vehiclesSchema = z.object({ vehicles: z.array(vehicle) });

export function memberVehicles(token: string): Promise<z.output<typeof vehiclesSchema>> {
  return read(vehiclesSchema, sql`select desk.member_vehicles(p_token => ${token}::text) as answer`);
}

const vehicleSchema = z.object({ vehicle });

export function memberVehicle(token: string, one: string, toBook = false): Promise<z.output<typeof vehicleSchema>> {
  return read(vehicleSchema, sql`select desk.member_vehicle(p_token => ${token}::text, p_vehicle => ${one}::uuid, p_to_book => ${toBook}::boolean) as answer`);
}

export function memberVehiclePicture(token: string, one: string): Promise<z.output<typeof picture>> {
  return read(picture, sql`select desk.member_vehicle_picture(p_token => ${token}::text, p_picture => ${one}::uuid) as answer`);
}

export function staffVehiclePicture(token: string, one: string): Promise<z.output<typeof picture>> {
  return read(picture, sql`select desk.staff_vehicle_picture(p_token => ${token}::text, p_picture => ${one}::uuid) as answer`);
}

type Book = { vehicle: string; price: string; parts: number | null; day: number | null; key: string };
const bookedSchema = z.object({ booking: id, reference: z.string() });

/** `price` is what the member read; it has to be the vehicle's still. */
export function memberBook(token: string, book: Book): Promise<z.output<typeof bookedSchema>> {
  return ask(
    bookedSchema,
    sql`select desk.member_book(p_token => ${token}::text, p_vehicle => ${book.vehicle}::uuid, p_price => ${book.price}::text, p_parts => ${book.parts}::integer,
      p_day => ${book.day}::integer, p_key => ${book.key}::uuid) as answer`,
  );
}

/** `net_paid`: of all bookings together, which makes an Active Buyer. */
export const bookingsSchema = pageOf(booking).extend({
  active_buyer: z.boolean(),
  net_paid: amount,
  active_buyer_amount: amount,
  currency,
  periods: z.array(z.object({ gained_at: instant, lost_at: maybe(instant) })),
});

export function memberBookings(token: string, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof bookingsSchema>> {
  return read(bookingsSchema, sql`select desk.member_bookings(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

/** `least`: the smallest payment that is taken next, none once it takes none. `pay_to`: as the operator writes it. */
export const bookingSchema = bookingMoney.extend({ booking, least: maybe(amount), pay_to: maybe(z.string()) });

export function memberBooking(token: string, one: string): Promise<z.output<typeof bookingSchema>> {
  return read(bookingSchema, sql`select desk.member_booking(p_token => ${token}::text, p_booking => ${one}::uuid) as answer`);
}

type Pay = { booking: string; amount: string; transactionReference: string; file: string | null; key: string };
const paidSchema = z.object({ payment: id, request: id });

/** Counts once staff have seen it arrive. */
export function memberBookingPay(token: string, pay: Pay): Promise<z.output<typeof paidSchema>> {
  return ask(
    paidSchema,
    sql`select desk.member_booking_pay(p_token => ${token}::text, p_booking => ${pay.booking}::uuid, p_amount => ${pay.amount}::text,
      p_transaction_reference => ${pay.transactionReference}::text, p_key => ${pay.key}::uuid, p_file => ${pay.file}::uuid) as answer`,
  );
}

const askedSchema = z.object({ request: id });

export function memberBookingCancel(token: string, one: string, key: string): Promise<z.output<typeof askedSchema>> {
  return ask(askedSchema, sql`select desk.member_booking_cancel(p_token => ${token}::text, p_booking => ${one}::uuid, p_key => ${key}::uuid) as answer`);
}

/** Takes an own open request to cancel back. */
export function memberBookingKeep(token: string, one: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.member_booking_keep(p_token => ${token}::text, p_booking => ${one}::uuid, p_key => ${key}::uuid) as answer`);
}

const staffVehiclesSchema = z.object({ vehicles: z.array(vehicle.extend({ bookings: count })) });

export function staffVehicles(token: string): Promise<z.output<typeof staffVehiclesSchema>> {
  return read(staffVehiclesSchema, sql`select desk.staff_vehicles(p_token => ${token}::text) as answer`);
}

type VehicleSave = {
  /** null: a new one */
  vehicle: string | null;
  name: string;
  price: string;
  currency: string;
  active: boolean;
  /** another one; null keeps the one there is */
  picture: string | null;
  key: string;
};
/** `replaced`: the picture whose bytes nobody needs any more. */
const savedSchema = z.object({ vehicle: id, picture: maybe(id), replaced: maybe(id) });

export function staffVehicleSave(token: string, save: VehicleSave): Promise<z.output<typeof savedSchema>> {
  return ask(
    savedSchema,
    sql`select desk.staff_vehicle_save(p_token => ${token}::text, p_vehicle => ${save.vehicle}::uuid, p_name => ${save.name}::text, p_price => ${save.price}::text,
      p_currency => ${save.currency}::text, p_active => ${save.active}::boolean, p_picture => ${save.picture}::uuid, p_key => ${save.key}::uuid) as answer`,
  );
}

const member = z.object({ id, name: z.string() });
const staffBookingsSchema = pageOf(booking.extend({ member }));

/** `refunds`: only cancelled ones whose refund waits to be sent. `search`: by reference or member. */
export function staffBookings(token: string, { refunds = false, search = null }: { refunds?: boolean; search?: string | null }, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof staffBookingsSchema>> {
  return read(
    staffBookingsSchema,
    sql`select desk.staff_bookings(p_token => ${token}::text, p_refunds => ${refunds}::boolean, p_cursor => ${cursor}::text, p_limit => ${limit}::integer,
      p_search => ${search}::text) as answer`,
  );
}

const staffBookingSchema = bookingMoney.extend({ booking: booking.extend({ member, refund_reference: maybe(z.string()), cancel_request: maybe(id) }) });

export function staffBooking(token: string, one: string): Promise<z.output<typeof staffBookingSchema>> {
  return read(staffBookingSchema, sql`select desk.staff_booking(p_token => ${token}::text, p_booking => ${one}::uuid) as answer`);
}

export function staffBookingRefunded(token: string, one: string, transactionReference: string, key: string): Promise<z.output<typeof state>> {
  return ask(
    state,
    sql`select desk.staff_booking_refunded(p_token => ${token}::text, p_booking => ${one}::uuid, p_transaction_reference => ${transactionReference}::text,
      p_key => ${key}::uuid) as answer`,
  );
}

export function staffBookingDelivered(token: string, one: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.staff_booking_delivered(p_token => ${token}::text, p_booking => ${one}::uuid, p_key => ${key}::uuid) as answer`);
}
