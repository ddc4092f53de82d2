/* Generated from schemas/ by scripts/generate-checks.ts: do not edit. */
// @ts-nocheck
import ucs2length from 'ajv/dist/runtime/ucs2length.js'
import { ownPattern } from './pattern.ts'
export type ShapeName = 'bpcs-input' | 'bpcs-output' | 'diagnostics' | 'dispatch-payload' | 'eps' | 'error-line' | 'event' | 'fixture-expect' | 'fixture-input' | 'inventory' | 'module' | 'mrs' | 'plan' | 'project' | 'rcs' | 'report' | 'request' | 'runbook' | 'step-record' | 'test-report'
const shape0 = validate0;
const schema0 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/bpcs-input.json","title":"BpcsInput","description":"What a plugin reads on stdin: exactly one JSON object.","type":"object","properties":{"message_metadata":{"type":"object","properties":{"version":{"type":"string","maxLength":16,"description":"Version of the protocol."},"message_id":{"$ref":"common.json#/$defs/uuid","description":"The message's own id, a UUID."},"correlation_id":{"type":"string","maxLength":128,"description":"The id that the sender of the request gave it; the same in every message of a run."},"created_at":{"$ref":"common.json#/$defs/anyTimestamp"}},"required":["version","message_id","created_at"],"description":"Which message this is."},"payload":{"type":"object","properties":{"input_parameters":{"type":"object","description":"The parameters of the action: defaults added, checked by the schema that the action declares."},"context":{"type":"object","description":"What the plugin may want to know about the run: node, step, attempt, dry_run, triggered_by. With dry_run true the plugin must change nothing."}},"required":["input_parameters"],"description":"What the plugin is asked to do."},"observability":{"$ref":"common.json#/$defs/messageObservability"}},"required":["message_metadata","payload","observability"]};
const schema2 = {"type":"string","pattern":"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$","description":"A UUID."};
const schema3 = {"type":"string","maxLength":64,"pattern":"^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$","description":"RFC 3339."};
const func0 = Object.prototype.hasOwnProperty;
const func8 = ucs2length.default ?? ucs2length;
const func10 = ownPattern;
const pattern0 = func10("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$", "u");
const pattern1 = func10("^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$", "u");
const schema4 = {"type":"object","properties":{"trace_id":{"$ref":"common.json#/$defs/traceId"},"span_id":{"$ref":"common.json#/$defs/spanId"}},"required":["trace_id","span_id"],"description":"Ids that join what belongs to one trace (W3C trace context)."};
const schema5 = {"type":"string","pattern":"^[0-9a-f]{32}$","description":"32 lower case hex digits."};
const schema6 = {"type":"string","pattern":"^[0-9a-f]{16}$","description":"16 lower case hex digits."};
const pattern2 = func10("^[0-9a-f]{32}$", "u");
const pattern3 = func10("^[0-9a-f]{16}$", "u");

function validate2(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate2.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.trace_id === undefined) || (!(func0.call(data, "trace_id")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trace_id"},message:"must have required property '"+"trace_id"+"'",schema:schema4.required,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.span_id === undefined) || (!(func0.call(data, "span_id")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "span_id"},message:"must have required property '"+"span_id"+"'",schema:schema4.required,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.trace_id !== undefined && func0.call(data, "trace_id")){
let data0 = data.trace_id;
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
const err2 = {instancePath:instancePath+"/trace_id",schemaPath:"common.json#/$defs/traceId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{32}$"},message:"must match pattern \""+"^[0-9a-f]{32}$"+"\"",schema:"^[0-9a-f]{32}$",parentSchema:schema5,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/trace_id",schemaPath:"common.json#/$defs/traceId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema5.type,parentSchema:schema5,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.span_id !== undefined && func0.call(data, "span_id")){
let data1 = data.span_id;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
const err4 = {instancePath:instancePath+"/span_id",schemaPath:"common.json#/$defs/spanId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{16}$"},message:"must match pattern \""+"^[0-9a-f]{16}$"+"\"",schema:"^[0-9a-f]{16}$",parentSchema:schema6,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/span_id",schemaPath:"common.json#/$defs/spanId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.type,parentSchema:schema6,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema4.type,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate2.errors = vErrors;
return errors === 0;
}
validate2.evaluated = {"props":{"trace_id":true,"span_id":true},"dynamicProps":false,"dynamicItems":false};


function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/bpcs-input.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate0.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.message_metadata === undefined) || (!(func0.call(data, "message_metadata")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message_metadata"},message:"must have required property '"+"message_metadata"+"'",schema:schema0.required,parentSchema:schema0,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.payload === undefined) || (!(func0.call(data, "payload")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "payload"},message:"must have required property '"+"payload"+"'",schema:schema0.required,parentSchema:schema0,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.observability === undefined) || (!(func0.call(data, "observability")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "observability"},message:"must have required property '"+"observability"+"'",schema:schema0.required,parentSchema:schema0,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.message_metadata !== undefined && func0.call(data, "message_metadata")){
let data0 = data.message_metadata;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.version === undefined) || (!(func0.call(data0, "version")))){
const err3 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema0.properties.message_metadata.required,parentSchema:schema0.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data0.message_id === undefined) || (!(func0.call(data0, "message_id")))){
const err4 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "message_id"},message:"must have required property '"+"message_id"+"'",schema:schema0.properties.message_metadata.required,parentSchema:schema0.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data0.created_at === undefined) || (!(func0.call(data0, "created_at")))){
const err5 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "created_at"},message:"must have required property '"+"created_at"+"'",schema:schema0.properties.message_metadata.required,parentSchema:schema0.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data0.version !== undefined && func0.call(data0, "version")){
let data1 = data0.version;
if(typeof data1 === "string"){
if(func8(data1) > 16){
const err6 = {instancePath:instancePath+"/message_metadata/version",schemaPath:"#/properties/message_metadata/properties/version/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters",schema:16,parentSchema:schema0.properties.message_metadata.properties.version,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/message_metadata/version",schemaPath:"#/properties/message_metadata/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.message_metadata.properties.version.type,parentSchema:schema0.properties.message_metadata.properties.version,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.message_id !== undefined && func0.call(data0, "message_id")){
let data2 = data0.message_id;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err8 = {instancePath:instancePath+"/message_metadata/message_id",schemaPath:"common.json#/$defs/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"+"\"",schema:"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",parentSchema:schema2,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/message_metadata/message_id",schemaPath:"common.json#/$defs/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.type,parentSchema:schema2,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.correlation_id !== undefined && func0.call(data0, "correlation_id")){
let data3 = data0.correlation_id;
if(typeof data3 === "string"){
if(func8(data3) > 128){
const err10 = {instancePath:instancePath+"/message_metadata/correlation_id",schemaPath:"#/properties/message_metadata/properties/correlation_id/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema0.properties.message_metadata.properties.correlation_id,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/message_metadata/correlation_id",schemaPath:"#/properties/message_metadata/properties/correlation_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.message_metadata.properties.correlation_id.type,parentSchema:schema0.properties.message_metadata.properties.correlation_id,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data0.created_at !== undefined && func0.call(data0, "created_at")){
let data4 = data0.created_at;
if(typeof data4 === "string"){
if(func8(data4) > 64){
const err12 = {instancePath:instancePath+"/message_metadata/created_at",schemaPath:"common.json#/$defs/anyTimestamp/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema3,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern1.test(data4)){
const err13 = {instancePath:instancePath+"/message_metadata/created_at",schemaPath:"common.json#/$defs/anyTimestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$",parentSchema:schema3,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/message_metadata/created_at",schemaPath:"common.json#/$defs/anyTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.type,parentSchema:schema3,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.message_metadata.type,parentSchema:schema0.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.payload !== undefined && func0.call(data, "payload")){
let data5 = data.payload;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if((data5.input_parameters === undefined) || (!(func0.call(data5, "input_parameters")))){
const err16 = {instancePath:instancePath+"/payload",schemaPath:"#/properties/payload/required",keyword:"required",params:{missingProperty: "input_parameters"},message:"must have required property '"+"input_parameters"+"'",schema:schema0.properties.payload.required,parentSchema:schema0.properties.payload,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data5.input_parameters !== undefined && func0.call(data5, "input_parameters")){
let data6 = data5.input_parameters;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
const err17 = {instancePath:instancePath+"/payload/input_parameters",schemaPath:"#/properties/payload/properties/input_parameters/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.payload.properties.input_parameters.type,parentSchema:schema0.properties.payload.properties.input_parameters,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.context !== undefined && func0.call(data5, "context")){
let data7 = data5.context;
if(!(data7 && typeof data7 == "object" && !Array.isArray(data7))){
const err18 = {instancePath:instancePath+"/payload/context",schemaPath:"#/properties/payload/properties/context/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.payload.properties.context.type,parentSchema:schema0.properties.payload.properties.context,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/payload",schemaPath:"#/properties/payload/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.payload.type,parentSchema:schema0.properties.payload,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.observability !== undefined && func0.call(data, "observability")){
if(!(validate2(data.observability, {instancePath:instancePath+"/observability",parentData:data,parentDataProperty:"observability",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate2.errors : vErrors.concat(validate2.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.type,parentSchema:schema0,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate0.errors = vErrors;
return errors === 0;
}
validate0.evaluated = {"props":{"message_metadata":true,"payload":true,"observability":true},"dynamicProps":false,"dynamicItems":false};

const shape1 = validate4;
const schema7 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/bpcs-output.json","title":"BpcsOutput","description":"What a plugin prints on stdout: exactly one JSON object on one line.","type":"object","properties":{"message_metadata":{"type":"object","properties":{"version":{"type":"string","maxLength":16,"pattern":"^1(\\.[0-9]+)?$","description":"Version of the protocol."},"message_id":{"type":"string","maxLength":128,"description":"The input's, unchanged."},"correlation_id":{"type":["string","null"],"maxLength":128,"description":"The input's, unchanged."},"created_at":{"type":"string","maxLength":64,"description":"RFC 3339."}},"required":["version","message_id","created_at"],"description":"As in the input."},"payload":{},"observability":{"type":"object","properties":{"trace_id":{"type":"string","maxLength":128,"description":"The input's."},"span_id":{"type":"string","maxLength":128,"description":"The input's."}},"required":["trace_id","span_id"],"description":"The input's, unchanged."},"error":{}},"required":["message_metadata","observability"],"anyOf":[{"$ref":"#/$defs/success"},{"$ref":"#/$defs/failure"}],"$defs":{"success":{"title":"BpcsSuccess","type":"object","properties":{"payload":{"type":"object","properties":{"result":{"const":"success","description":"Always this word."},"output_data":{"type":"object","description":"The fields that the action declares as its output, and `message`."}},"required":["result"],"description":"The result."},"error":{"type":"null","description":"null, or left out."}},"required":["payload"],"description":"The action did what it says."},"failure":{"title":"BpcsFailure","type":"object","properties":{"payload":{"type":"null","description":"Always null."},"error":{"type":"object","properties":{"code":{"type":"integer","minimum":1,"maximum":2147483647,"description":"1 invalid input, 2 a resource or dependency is missing, 3 the action itself failed, 4 configuration, 100 anything unhandled; or a code that the module documents. The exit status is the same number, or not zero for codes above 255."},"message":{"type":"string","description":"What failed, in a sentence for the operator."},"details":{"type":"object","description":"More about it, for programs."}},"required":["code","message"],"description":"What failed."}},"required":["payload","error"],"description":"The action says that it failed."}}};
const schema8 = {"title":"BpcsSuccess","type":"object","properties":{"payload":{"type":"object","properties":{"result":{"const":"success","description":"Always this word."},"output_data":{"type":"object","description":"The fields that the action declares as its output, and `message`."}},"required":["result"],"description":"The result."},"error":{"type":"null","description":"null, or left out."}},"required":["payload"],"description":"The action did what it says."};
const schema9 = {"title":"BpcsFailure","type":"object","properties":{"payload":{"type":"null","description":"Always null."},"error":{"type":"object","properties":{"code":{"type":"integer","minimum":1,"maximum":2147483647,"description":"1 invalid input, 2 a resource or dependency is missing, 3 the action itself failed, 4 configuration, 100 anything unhandled; or a code that the module documents. The exit status is the same number, or not zero for codes above 255."},"message":{"type":"string","description":"What failed, in a sentence for the operator."},"details":{"type":"object","description":"More about it, for programs."}},"required":["code","message"],"description":"What failed."}},"required":["payload","error"],"description":"The action says that it failed."};
const pattern4 = func10("^1(\\.[0-9]+)?$", "u");

function validate4(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/bpcs-output.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate4.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.payload === undefined) || (!(func0.call(data, "payload")))){
const err0 = {instancePath,schemaPath:"#/$defs/success/required",keyword:"required",params:{missingProperty: "payload"},message:"must have required property '"+"payload"+"'",schema:schema8.required,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.payload !== undefined && func0.call(data, "payload")){
let data0 = data.payload;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.result === undefined) || (!(func0.call(data0, "result")))){
const err1 = {instancePath:instancePath+"/payload",schemaPath:"#/$defs/success/properties/payload/required",keyword:"required",params:{missingProperty: "result"},message:"must have required property '"+"result"+"'",schema:schema8.properties.payload.required,parentSchema:schema8.properties.payload,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.result !== undefined && func0.call(data0, "result")){
let data1 = data0.result;
if("success" !== data1){
const err2 = {instancePath:instancePath+"/payload/result",schemaPath:"#/$defs/success/properties/payload/properties/result/const",keyword:"const",params:{allowedValue: "success"},message:"must be equal to constant",schema:"success",parentSchema:schema8.properties.payload.properties.result,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.output_data !== undefined && func0.call(data0, "output_data")){
let data2 = data0.output_data;
if(!(data2 && typeof data2 == "object" && !Array.isArray(data2))){
const err3 = {instancePath:instancePath+"/payload/output_data",schemaPath:"#/$defs/success/properties/payload/properties/output_data/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema8.properties.payload.properties.output_data.type,parentSchema:schema8.properties.payload.properties.output_data,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/payload",schemaPath:"#/$defs/success/properties/payload/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema8.properties.payload.type,parentSchema:schema8.properties.payload,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.error !== undefined && func0.call(data, "error")){
let data3 = data.error;
if(data3 !== null){
const err5 = {instancePath:instancePath+"/error",schemaPath:"#/$defs/success/properties/error/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema8.properties.error.type,parentSchema:schema8.properties.error,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/$defs/success/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema8.type,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
var props0 = {};
props0.payload = true;
props0.error = true;
}
const _errs12 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.payload === undefined) || (!(func0.call(data, "payload")))){
const err7 = {instancePath,schemaPath:"#/$defs/failure/required",keyword:"required",params:{missingProperty: "payload"},message:"must have required property '"+"payload"+"'",schema:schema9.required,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((data.error === undefined) || (!(func0.call(data, "error")))){
const err8 = {instancePath,schemaPath:"#/$defs/failure/required",keyword:"required",params:{missingProperty: "error"},message:"must have required property '"+"error"+"'",schema:schema9.required,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.payload !== undefined && func0.call(data, "payload")){
let data4 = data.payload;
if(data4 !== null){
const err9 = {instancePath:instancePath+"/payload",schemaPath:"#/$defs/failure/properties/payload/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema9.properties.payload.type,parentSchema:schema9.properties.payload,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.error !== undefined && func0.call(data, "error")){
let data5 = data.error;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if((data5.code === undefined) || (!(func0.call(data5, "code")))){
const err10 = {instancePath:instancePath+"/error",schemaPath:"#/$defs/failure/properties/error/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'",schema:schema9.properties.error.required,parentSchema:schema9.properties.error,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((data5.message === undefined) || (!(func0.call(data5, "message")))){
const err11 = {instancePath:instancePath+"/error",schemaPath:"#/$defs/failure/properties/error/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema9.properties.error.required,parentSchema:schema9.properties.error,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data5.code !== undefined && func0.call(data5, "code")){
let data6 = data5.code;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err12 = {instancePath:instancePath+"/error/code",schemaPath:"#/$defs/failure/properties/error/properties/code/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema9.properties.error.properties.code.type,parentSchema:schema9.properties.error.properties.code,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 2147483647 || isNaN(data6)){
const err13 = {instancePath:instancePath+"/error/code",schemaPath:"#/$defs/failure/properties/error/properties/code/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema9.properties.error.properties.code,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data6 < 1 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/error/code",schemaPath:"#/$defs/failure/properties/error/properties/code/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema9.properties.error.properties.code,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data5.message !== undefined && func0.call(data5, "message")){
let data7 = data5.message;
if(typeof data7 !== "string"){
const err15 = {instancePath:instancePath+"/error/message",schemaPath:"#/$defs/failure/properties/error/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema9.properties.error.properties.message.type,parentSchema:schema9.properties.error.properties.message,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data5.details !== undefined && func0.call(data5, "details")){
let data8 = data5.details;
if(!(data8 && typeof data8 == "object" && !Array.isArray(data8))){
const err16 = {instancePath:instancePath+"/error/details",schemaPath:"#/$defs/failure/properties/error/properties/details/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema9.properties.error.properties.details.type,parentSchema:schema9.properties.error.properties.details,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/error",schemaPath:"#/$defs/failure/properties/error/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema9.properties.error.type,parentSchema:schema9.properties.error,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/$defs/failure/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema9.type,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
if(props0 !== true){
props0 = props0 || {};
props0.payload = true;
props0.error = true;
}
}
if(!valid0){
const err19 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema7.anyOf,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.message_metadata === undefined) || (!(func0.call(data, "message_metadata")))){
const err20 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message_metadata"},message:"must have required property '"+"message_metadata"+"'",schema:schema7.required,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((data.observability === undefined) || (!(func0.call(data, "observability")))){
const err21 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "observability"},message:"must have required property '"+"observability"+"'",schema:schema7.required,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(props0 !== true){
props0 = props0 || {};
props0.message_metadata = true;
props0.payload = true;
props0.observability = true;
props0.error = true;
}
if(data.message_metadata !== undefined && func0.call(data, "message_metadata")){
let data9 = data.message_metadata;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if((data9.version === undefined) || (!(func0.call(data9, "version")))){
const err22 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema7.properties.message_metadata.required,parentSchema:schema7.properties.message_metadata,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((data9.message_id === undefined) || (!(func0.call(data9, "message_id")))){
const err23 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "message_id"},message:"must have required property '"+"message_id"+"'",schema:schema7.properties.message_metadata.required,parentSchema:schema7.properties.message_metadata,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((data9.created_at === undefined) || (!(func0.call(data9, "created_at")))){
const err24 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "created_at"},message:"must have required property '"+"created_at"+"'",schema:schema7.properties.message_metadata.required,parentSchema:schema7.properties.message_metadata,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data9.version !== undefined && func0.call(data9, "version")){
let data10 = data9.version;
if(typeof data10 === "string"){
if(func8(data10) > 16){
const err25 = {instancePath:instancePath+"/message_metadata/version",schemaPath:"#/properties/message_metadata/properties/version/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters",schema:16,parentSchema:schema7.properties.message_metadata.properties.version,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern4.test(data10)){
const err26 = {instancePath:instancePath+"/message_metadata/version",schemaPath:"#/properties/message_metadata/properties/version/pattern",keyword:"pattern",params:{pattern: "^1(\\.[0-9]+)?$"},message:"must match pattern \""+"^1(\\.[0-9]+)?$"+"\"",schema:"^1(\\.[0-9]+)?$",parentSchema:schema7.properties.message_metadata.properties.version,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/message_metadata/version",schemaPath:"#/properties/message_metadata/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.message_metadata.properties.version.type,parentSchema:schema7.properties.message_metadata.properties.version,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data9.message_id !== undefined && func0.call(data9, "message_id")){
let data11 = data9.message_id;
if(typeof data11 === "string"){
if(func8(data11) > 128){
const err28 = {instancePath:instancePath+"/message_metadata/message_id",schemaPath:"#/properties/message_metadata/properties/message_id/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema7.properties.message_metadata.properties.message_id,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/message_metadata/message_id",schemaPath:"#/properties/message_metadata/properties/message_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.message_metadata.properties.message_id.type,parentSchema:schema7.properties.message_metadata.properties.message_id,data:data11};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data9.correlation_id !== undefined && func0.call(data9, "correlation_id")){
let data12 = data9.correlation_id;
if((typeof data12 !== "string") && (data12 !== null)){
const err30 = {instancePath:instancePath+"/message_metadata/correlation_id",schemaPath:"#/properties/message_metadata/properties/correlation_id/type",keyword:"type",params:{type: schema7.properties.message_metadata.properties.correlation_id.type},message:"must be string,null",schema:schema7.properties.message_metadata.properties.correlation_id.type,parentSchema:schema7.properties.message_metadata.properties.correlation_id,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(typeof data12 === "string"){
if(func8(data12) > 128){
const err31 = {instancePath:instancePath+"/message_metadata/correlation_id",schemaPath:"#/properties/message_metadata/properties/correlation_id/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema7.properties.message_metadata.properties.correlation_id,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data9.created_at !== undefined && func0.call(data9, "created_at")){
let data13 = data9.created_at;
if(typeof data13 === "string"){
if(func8(data13) > 64){
const err32 = {instancePath:instancePath+"/message_metadata/created_at",schemaPath:"#/properties/message_metadata/properties/created_at/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema7.properties.message_metadata.properties.created_at,data:data13};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/message_metadata/created_at",schemaPath:"#/properties/message_metadata/properties/created_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.message_metadata.properties.created_at.type,parentSchema:schema7.properties.message_metadata.properties.created_at,data:data13};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema7.properties.message_metadata.type,parentSchema:schema7.properties.message_metadata,data:data9};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.observability !== undefined && func0.call(data, "observability")){
let data14 = data.observability;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if((data14.trace_id === undefined) || (!(func0.call(data14, "trace_id")))){
const err35 = {instancePath:instancePath+"/observability",schemaPath:"#/properties/observability/required",keyword:"required",params:{missingProperty: "trace_id"},message:"must have required property '"+"trace_id"+"'",schema:schema7.properties.observability.required,parentSchema:schema7.properties.observability,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((data14.span_id === undefined) || (!(func0.call(data14, "span_id")))){
const err36 = {instancePath:instancePath+"/observability",schemaPath:"#/properties/observability/required",keyword:"required",params:{missingProperty: "span_id"},message:"must have required property '"+"span_id"+"'",schema:schema7.properties.observability.required,parentSchema:schema7.properties.observability,data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data14.trace_id !== undefined && func0.call(data14, "trace_id")){
let data15 = data14.trace_id;
if(typeof data15 === "string"){
if(func8(data15) > 128){
const err37 = {instancePath:instancePath+"/observability/trace_id",schemaPath:"#/properties/observability/properties/trace_id/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema7.properties.observability.properties.trace_id,data:data15};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/observability/trace_id",schemaPath:"#/properties/observability/properties/trace_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.observability.properties.trace_id.type,parentSchema:schema7.properties.observability.properties.trace_id,data:data15};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data14.span_id !== undefined && func0.call(data14, "span_id")){
let data16 = data14.span_id;
if(typeof data16 === "string"){
if(func8(data16) > 128){
const err39 = {instancePath:instancePath+"/observability/span_id",schemaPath:"#/properties/observability/properties/span_id/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema7.properties.observability.properties.span_id,data:data16};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/observability/span_id",schemaPath:"#/properties/observability/properties/span_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.observability.properties.span_id.type,parentSchema:schema7.properties.observability.properties.span_id,data:data16};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/observability",schemaPath:"#/properties/observability/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema7.properties.observability.type,parentSchema:schema7.properties.observability,data:data14};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema7.type,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
validate4.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate4.evaluated = {"dynamicProps":true,"dynamicItems":false};

const shape2 = validate5;
const schema10 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/diagnostics.json","title":"Diagnostics","description":"What `rune validate` found.","type":"object","additionalProperties":false,"properties":{"schema_version":{"const":"1.0","description":"Version of this shape."},"status":{"enum":["good","problems"],"description":"problems: there is at least one error."},"files":{"type":"integer","minimum":0,"description":"How many files were checked."},"errors":{"type":"integer","minimum":0,"description":"How many problems are errors."},"warnings":{"type":"integer","minimum":0,"description":"How many are warnings."},"problems":{"type":"array","items":{"$ref":"common.json#/$defs/problem"},"description":"Sorted by file, line and column."}},"required":["schema_version","status","files","errors","warnings","problems"]};
const schema11 = {"type":"object","additionalProperties":false,"properties":{"kind":{"type":"string","maxLength":64,"description":"The EPS kind of the problem."},"message":{"type":"string","maxLength":4000,"description":"What was found and what was expected."},"advice":{"type":"string","maxLength":2000,"description":"What to do next."},"severity":{"enum":["error","warning"],"description":"Warnings do not make anything invalid."},"rule":{"type":"string","maxLength":64,"description":"The rule that found it."},"file":{"type":"string","maxLength":1000,"description":"Path inside the project."},"line":{"type":"integer","minimum":1,"description":"One-based."},"column":{"type":"integer","minimum":1,"description":"One-based."}},"required":["kind","message","severity"],"description":"Something that is wrong, with its position where it has one."};

function validate5(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/diagnostics.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate5.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.schema_version === undefined) || (!(func0.call(data, "schema_version")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.status === undefined) || (!(func0.call(data, "status")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.files === undefined) || (!(func0.call(data, "files")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "files"},message:"must have required property '"+"files"+"'",schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.errors === undefined) || (!(func0.call(data, "errors")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "errors"},message:"must have required property '"+"errors"+"'",schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.warnings === undefined) || (!(func0.call(data, "warnings")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "warnings"},message:"must have required property '"+"warnings"+"'",schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data.problems === undefined) || (!(func0.call(data, "problems")))){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "problems"},message:"must have required property '"+"problems"+"'",schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((((key0 === "schema_version") || (key0 === "status")) || (key0 === "files")) || (key0 === "errors")) || (key0 === "warnings")) || (key0 === "problems"))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.schema_version !== undefined && func0.call(data, "schema_version")){
let data0 = data.schema_version;
if("1.0" !== data0){
const err7 = {instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/const",keyword:"const",params:{allowedValue: "1.0"},message:"must be equal to constant",schema:"1.0",parentSchema:schema10.properties.schema_version,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.status !== undefined && func0.call(data, "status")){
let data1 = data.status;
if(!((data1 === "good") || (data1 === "problems"))){
const err8 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema10.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema10.properties.status.enum,parentSchema:schema10.properties.status,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.files !== undefined && func0.call(data, "files")){
let data2 = data.files;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err9 = {instancePath:instancePath+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema10.properties.files.type,parentSchema:schema10.properties.files,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/files",schemaPath:"#/properties/files/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema10.properties.files,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.errors !== undefined && func0.call(data, "errors")){
let data3 = data.errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err11 = {instancePath:instancePath+"/errors",schemaPath:"#/properties/errors/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema10.properties.errors.type,parentSchema:schema10.properties.errors,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err12 = {instancePath:instancePath+"/errors",schemaPath:"#/properties/errors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema10.properties.errors,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.warnings !== undefined && func0.call(data, "warnings")){
let data4 = data.warnings;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err13 = {instancePath:instancePath+"/warnings",schemaPath:"#/properties/warnings/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema10.properties.warnings.type,parentSchema:schema10.properties.warnings,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err14 = {instancePath:instancePath+"/warnings",schemaPath:"#/properties/warnings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema10.properties.warnings,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.problems !== undefined && func0.call(data, "problems")){
let data5 = data.problems;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if((data6.kind === undefined) || (!(func0.call(data6, "kind")))){
const err15 = {instancePath:instancePath+"/problems/" + i0,schemaPath:"common.json#/$defs/problem/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema11.required,parentSchema:schema11,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((data6.message === undefined) || (!(func0.call(data6, "message")))){
const err16 = {instancePath:instancePath+"/problems/" + i0,schemaPath:"common.json#/$defs/problem/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema11.required,parentSchema:schema11,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((data6.severity === undefined) || (!(func0.call(data6, "severity")))){
const err17 = {instancePath:instancePath+"/problems/" + i0,schemaPath:"common.json#/$defs/problem/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'",schema:schema11.required,parentSchema:schema11,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key1 of Object.keys(data6)){
if(!((((((((key1 === "kind") || (key1 === "message")) || (key1 === "advice")) || (key1 === "severity")) || (key1 === "rule")) || (key1 === "file")) || (key1 === "line")) || (key1 === "column"))){
const err18 = {instancePath:instancePath+"/problems/" + i0,schemaPath:"common.json#/$defs/problem/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data6.kind !== undefined && func0.call(data6, "kind")){
let data7 = data6.kind;
if(typeof data7 === "string"){
if(func8(data7) > 64){
const err19 = {instancePath:instancePath+"/problems/" + i0+"/kind",schemaPath:"common.json#/$defs/problem/properties/kind/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.kind,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/problems/" + i0+"/kind",schemaPath:"common.json#/$defs/problem/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.kind.type,parentSchema:schema11.properties.kind,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data6.message !== undefined && func0.call(data6, "message")){
let data8 = data6.message;
if(typeof data8 === "string"){
if(func8(data8) > 4000){
const err21 = {instancePath:instancePath+"/problems/" + i0+"/message",schemaPath:"common.json#/$defs/problem/properties/message/maxLength",keyword:"maxLength",params:{limit: 4000},message:"must NOT have more than 4000 characters",schema:4000,parentSchema:schema11.properties.message,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/problems/" + i0+"/message",schemaPath:"common.json#/$defs/problem/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.message.type,parentSchema:schema11.properties.message,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data6.advice !== undefined && func0.call(data6, "advice")){
let data9 = data6.advice;
if(typeof data9 === "string"){
if(func8(data9) > 2000){
const err23 = {instancePath:instancePath+"/problems/" + i0+"/advice",schemaPath:"common.json#/$defs/problem/properties/advice/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema11.properties.advice,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/problems/" + i0+"/advice",schemaPath:"common.json#/$defs/problem/properties/advice/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.advice.type,parentSchema:schema11.properties.advice,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data6.severity !== undefined && func0.call(data6, "severity")){
let data10 = data6.severity;
if(!((data10 === "error") || (data10 === "warning"))){
const err25 = {instancePath:instancePath+"/problems/" + i0+"/severity",schemaPath:"common.json#/$defs/problem/properties/severity/enum",keyword:"enum",params:{allowedValues: schema11.properties.severity.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.severity.enum,parentSchema:schema11.properties.severity,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data6.rule !== undefined && func0.call(data6, "rule")){
let data11 = data6.rule;
if(typeof data11 === "string"){
if(func8(data11) > 64){
const err26 = {instancePath:instancePath+"/problems/" + i0+"/rule",schemaPath:"common.json#/$defs/problem/properties/rule/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.rule,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/problems/" + i0+"/rule",schemaPath:"common.json#/$defs/problem/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.rule.type,parentSchema:schema11.properties.rule,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data6.file !== undefined && func0.call(data6, "file")){
let data12 = data6.file;
if(typeof data12 === "string"){
if(func8(data12) > 1000){
const err28 = {instancePath:instancePath+"/problems/" + i0+"/file",schemaPath:"common.json#/$defs/problem/properties/file/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema11.properties.file,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/problems/" + i0+"/file",schemaPath:"common.json#/$defs/problem/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.file.type,parentSchema:schema11.properties.file,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data6.line !== undefined && func0.call(data6, "line")){
let data13 = data6.line;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err30 = {instancePath:instancePath+"/problems/" + i0+"/line",schemaPath:"common.json#/$defs/problem/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.line.type,parentSchema:schema11.properties.line,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
const err31 = {instancePath:instancePath+"/problems/" + i0+"/line",schemaPath:"common.json#/$defs/problem/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.line,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data6.column !== undefined && func0.call(data6, "column")){
let data14 = data6.column;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err32 = {instancePath:instancePath+"/problems/" + i0+"/column",schemaPath:"common.json#/$defs/problem/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.column.type,parentSchema:schema11.properties.column,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 1 || isNaN(data14)){
const err33 = {instancePath:instancePath+"/problems/" + i0+"/column",schemaPath:"common.json#/$defs/problem/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.column,data:data14};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
}
else {
const err34 = {instancePath:instancePath+"/problems/" + i0,schemaPath:"common.json#/$defs/problem/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data:data6};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/problems",schemaPath:"#/properties/problems/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema10.properties.problems.type,parentSchema:schema10.properties.problems,data:data5};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema10.type,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate5.errors = vErrors;
return errors === 0;
}
validate5.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape3 = validate6;
const schema12 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/dispatch-payload.json","title":"Dispatch payload","description":"client_payload of a repository_dispatch event of type rune. Closed: everything RUNE reads is under one key.","type":"object","additionalProperties":false,"properties":{"rune":{"type":"object","additionalProperties":false,"properties":{"version":{"const":1,"description":"Version of this payload."},"runbook":{"$ref":"common.json#/$defs/id","description":"The runbook's name."},"params":{"type":"object","maxProperties":64,"description":"Values for the runbook's inputs."},"nodes":{"type":"array","items":{"$ref":"common.json#/$defs/id"},"maxItems":10000,"description":"Names of nodes."},"select":{"$ref":"common.json#/$defs/selector","description":"Label terms that narrow the targets."},"reason":{"type":"string","maxLength":500,"description":"Why this run is started."},"ticket":{"type":"string","maxLength":128,"description":"The ticket it belongs to."},"correlation_id":{"$ref":"common.json#/$defs/correlationId"},"requested_by":{"type":"string","maxLength":200,"description":"Who the sender acts for. Recorded as a claim; policy never uses it."},"issued_at":{"$ref":"common.json#/$defs/anyTimestamp","description":"When the sender asked. Recorded as a claim."},"dry_run":{"type":"boolean","description":"Asks for a dry run, in which nothing is changed. Default false."}},"required":["version","runbook"],"not":{"required":["nodes","select"]},"description":"The request. Nothing else of the payload is read."}},"required":["rune"]};
const schema13 = {"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$","description":"A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters."};
const schema15 = {"type":"string","minLength":1,"maxLength":1000,"description":"Label terms joined by commas, all of which must hold: role=web,env!=dev."};
const schema16 = {"type":"string","minLength":1,"maxLength":128,"pattern":"^[\\x20-\\x7e]+$","description":"1 to 128 printable ASCII characters; the sender's own id for this request."};
const pattern5 = func10("^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$", "u");
const pattern7 = func10("^[\\x20-\\x7e]+$", "u");

function validate6(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/dispatch-payload.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate6.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.rune === undefined) || (!(func0.call(data, "rune")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rune"},message:"must have required property '"+"rune"+"'",schema:schema12.required,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(key0 === "rune")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.rune !== undefined && func0.call(data, "rune")){
let data0 = data.rune;
const _errs4 = errors;
const _errs5 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if((((data0.nodes === undefined) || (!(func0.call(data0, "nodes")))) && (missing0 = "nodes")) || (((data0.select === undefined) || (!(func0.call(data0, "select")))) && (missing0 = "select"))){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var valid1 = _errs5 === errors;
if(valid1){
const err3 = {instancePath:instancePath+"/rune",schemaPath:"#/properties/rune/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema12.properties.rune.not,parentSchema:schema12.properties.rune,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
}
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.version === undefined) || (!(func0.call(data0, "version")))){
const err4 = {instancePath:instancePath+"/rune",schemaPath:"#/properties/rune/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema12.properties.rune.required,parentSchema:schema12.properties.rune,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data0.runbook === undefined) || (!(func0.call(data0, "runbook")))){
const err5 = {instancePath:instancePath+"/rune",schemaPath:"#/properties/rune/required",keyword:"required",params:{missingProperty: "runbook"},message:"must have required property '"+"runbook"+"'",schema:schema12.properties.rune.required,parentSchema:schema12.properties.rune,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 of Object.keys(data0)){
if(!(func0.call(schema12.properties.rune.properties, key1))){
const err6 = {instancePath:instancePath+"/rune",schemaPath:"#/properties/rune/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema12.properties.rune,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.version !== undefined && func0.call(data0, "version")){
let data1 = data0.version;
if(1 !== data1){
const err7 = {instancePath:instancePath+"/rune/version",schemaPath:"#/properties/rune/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant",schema:1,parentSchema:schema12.properties.rune.properties.version,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.runbook !== undefined && func0.call(data0, "runbook")){
let data2 = data0.runbook;
if(typeof data2 === "string"){
if(!pattern5.test(data2)){
const err8 = {instancePath:instancePath+"/rune/runbook",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/rune/runbook",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.params !== undefined && func0.call(data0, "params")){
let data3 = data0.params;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 64){
const err10 = {instancePath:instancePath+"/rune/params",schemaPath:"#/properties/rune/properties/params/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema12.properties.rune.properties.params,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/rune/params",schemaPath:"#/properties/rune/properties/params/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.rune.properties.params.type,parentSchema:schema12.properties.rune.properties.params,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data0.nodes !== undefined && func0.call(data0, "nodes")){
let data4 = data0.nodes;
if(Array.isArray(data4)){
if(data4.length > 10000){
const err12 = {instancePath:instancePath+"/rune/nodes",schemaPath:"#/properties/rune/properties/nodes/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items",schema:10000,parentSchema:schema12.properties.rune.properties.nodes,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
const err13 = {instancePath:instancePath+"/rune/nodes/" + i0,schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/rune/nodes/" + i0,schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/rune/nodes",schemaPath:"#/properties/rune/properties/nodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema12.properties.rune.properties.nodes.type,parentSchema:schema12.properties.rune.properties.nodes,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data0.select !== undefined && func0.call(data0, "select")){
let data6 = data0.select;
if(typeof data6 === "string"){
if(func8(data6) > 1000){
const err16 = {instancePath:instancePath+"/rune/select",schemaPath:"common.json#/$defs/selector/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema15,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(func8(data6) < 1){
const err17 = {instancePath:instancePath+"/rune/select",schemaPath:"common.json#/$defs/selector/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema15,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/rune/select",schemaPath:"common.json#/$defs/selector/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.type,parentSchema:schema15,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data0.reason !== undefined && func0.call(data0, "reason")){
let data7 = data0.reason;
if(typeof data7 === "string"){
if(func8(data7) > 500){
const err19 = {instancePath:instancePath+"/rune/reason",schemaPath:"#/properties/rune/properties/reason/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema12.properties.rune.properties.reason,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/rune/reason",schemaPath:"#/properties/rune/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.rune.properties.reason.type,parentSchema:schema12.properties.rune.properties.reason,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data0.ticket !== undefined && func0.call(data0, "ticket")){
let data8 = data0.ticket;
if(typeof data8 === "string"){
if(func8(data8) > 128){
const err21 = {instancePath:instancePath+"/rune/ticket",schemaPath:"#/properties/rune/properties/ticket/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema12.properties.rune.properties.ticket,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/rune/ticket",schemaPath:"#/properties/rune/properties/ticket/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.rune.properties.ticket.type,parentSchema:schema12.properties.rune.properties.ticket,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data0.correlation_id !== undefined && func0.call(data0, "correlation_id")){
let data9 = data0.correlation_id;
if(typeof data9 === "string"){
if(func8(data9) > 128){
const err23 = {instancePath:instancePath+"/rune/correlation_id",schemaPath:"common.json#/$defs/correlationId/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema16,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(func8(data9) < 1){
const err24 = {instancePath:instancePath+"/rune/correlation_id",schemaPath:"common.json#/$defs/correlationId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern7.test(data9)){
const err25 = {instancePath:instancePath+"/rune/correlation_id",schemaPath:"common.json#/$defs/correlationId/pattern",keyword:"pattern",params:{pattern: "^[\\x20-\\x7e]+$"},message:"must match pattern \""+"^[\\x20-\\x7e]+$"+"\"",schema:"^[\\x20-\\x7e]+$",parentSchema:schema16,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/rune/correlation_id",schemaPath:"common.json#/$defs/correlationId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data0.requested_by !== undefined && func0.call(data0, "requested_by")){
let data10 = data0.requested_by;
if(typeof data10 === "string"){
if(func8(data10) > 200){
const err27 = {instancePath:instancePath+"/rune/requested_by",schemaPath:"#/properties/rune/properties/requested_by/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema12.properties.rune.properties.requested_by,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/rune/requested_by",schemaPath:"#/properties/rune/properties/requested_by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.rune.properties.requested_by.type,parentSchema:schema12.properties.rune.properties.requested_by,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data0.issued_at !== undefined && func0.call(data0, "issued_at")){
let data11 = data0.issued_at;
if(typeof data11 === "string"){
if(func8(data11) > 64){
const err29 = {instancePath:instancePath+"/rune/issued_at",schemaPath:"common.json#/$defs/anyTimestamp/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema3,data:data11};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!pattern1.test(data11)){
const err30 = {instancePath:instancePath+"/rune/issued_at",schemaPath:"common.json#/$defs/anyTimestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$",parentSchema:schema3,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/rune/issued_at",schemaPath:"common.json#/$defs/anyTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.type,parentSchema:schema3,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data0.dry_run !== undefined && func0.call(data0, "dry_run")){
let data12 = data0.dry_run;
if(typeof data12 !== "boolean"){
const err32 = {instancePath:instancePath+"/rune/dry_run",schemaPath:"#/properties/rune/properties/dry_run/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema12.properties.rune.properties.dry_run.type,parentSchema:schema12.properties.rune.properties.dry_run,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/rune",schemaPath:"#/properties/rune/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.rune.type,parentSchema:schema12.properties.rune,data:data0};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate6.errors = vErrors;
return errors === 0;
}
validate6.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape4 = validate7;
const schema18 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/eps.json","title":"EpsError","description":"Every failure that leaves a component.","type":"object","properties":{"message_metadata":{"type":"object","properties":{"version":{"const":"1.0","description":"Version of the protocol."},"message_id":{"$ref":"common.json#/$defs/uuid"},"correlation_id":{"type":"string","maxLength":128,"description":"The id that the sender of the request gave it; the same in every message of a run."},"parent_message_id":{"type":"string","maxLength":128,"description":"The message that this one follows from: a plan from its request, a step from its plan, a result from its step. \"unknown\" where there is none."},"created_at":{"$ref":"common.json#/$defs/timestamp"},"priority":{"enum":["critical","high","medium","low"],"description":"How soon a person should look: the severity, at least high where nobody knows what ran, one step lower where nothing ran and RUNE may try again by itself."}},"required":["version","message_id","correlation_id","parent_message_id","created_at","priority"],"description":"Which message this is."},"routing":{"type":"object","properties":{"event_type":{"const":"EPS_ERROR_RESPONSE","description":"The one type of error messages."},"event_category":{"const":"error_handling","description":"The one category of error messages."},"source_module":{"type":"string","maxLength":64,"description":"Who sends it: LOM, LMM or another component."},"target_module":{"type":"string","maxLength":64,"description":"Who is to read it."},"original_source_module":{"type":"string","maxLength":64,"description":"The component where the fault was found."},"routing_tags":{"type":"array","items":{"type":"string","maxLength":200},"description":"What it is about, as `name:value`: node:web-1, action:service_status."}},"required":["event_type","event_category","source_module","original_source_module","routing_tags"],"description":"Where the message comes from, where it goes and what it is about."},"error_payload":{"type":"object","properties":{"schema_version":{"const":"1.0","description":"Version of this shape."},"content_type":{"const":"application/json","description":"The form of the data."},"size_bytes":{"type":"integer","minimum":0,"description":"Bytes of error_data and error_context, serialised."},"error_data":{"type":"object","properties":{"jsonrpc":{"const":"2.0","description":"Version of JSON-RPC."},"error":{"type":"object","properties":{"code":{"type":"integer","minimum":-32768,"maximum":-32000,"description":"The numeric code. Several kinds may share one."},"message":{"type":"string","maxLength":8000,"description":"What was found and what was expected."},"data":{"type":"object","properties":{"reason":{"type":"string","maxLength":8000,"description":"Why, in full."},"timestamp":{"$ref":"common.json#/$defs/timestamp"},"field":{"type":"string","maxLength":1000,"description":"The field that is wrong."},"validation_errors":{"type":"array","items":{"type":"object"},"description":"Everything that a schema found."},"original_value":{},"expected_format":{"type":"string","maxLength":1000,"description":"What would have been accepted."},"kind":{"type":"string","maxLength":64,"description":"The stable name of the error; `rune explain` says what it means."},"executed":{"$ref":"common.json#/$defs/executed"},"phase":{"type":"string","maxLength":32,"description":"How far the step had come."},"node":{"type":"string","maxLength":128,"description":"The node's name."},"step":{"type":"string","maxLength":128,"description":"The step's id."},"run_key":{"type":"string","maxLength":1000,"description":"The key of this one launch on the node."},"attempt":{"type":"integer","minimum":1,"description":"One-based."}},"required":["reason","timestamp","kind","executed"],"description":"More about it; further fields may follow."}},"required":["code","message","data"],"description":"The error."},"id":{"type":["string","null"],"description":"The message id of the request that failed, or null."}},"required":["jsonrpc","error","id"],"description":"A JSON-RPC 2.0 error response."},"error_context":{"type":"object","properties":{"error_classification":{"enum":["protocol_error","communication_error","validation_error","security_error","system_error","business_error"],"description":"The class of the code."},"severity":{"enum":["critical","high","medium","low"],"description":"How bad it is. Where one node is concerned nothing is critical: one that cannot be reached is not a failure of the system."},"recoverable":{"type":"boolean","description":"Whether work can go on."},"retry_recommended":{"type":"boolean","description":"Whether the same step may be tried again: only when nothing was executed."},"escalation_required":{"type":"boolean","description":"Whether a person has to look: always when executed is unknown."},"recovery_actions":{"type":"array","items":{"type":"string","maxLength":2000},"description":"What to do next."},"related_errors":{"type":"array","items":{"type":"string","maxLength":200},"description":"Ids of errors that belong to it."},"system_impact":{"enum":["single_request","module","multiple_modules","system_wide"],"description":"How much of the system is touched."},"module_health_impact":{"enum":["none","degraded","critical","failed"],"description":"What it says about the module's health."}},"required":["error_classification","severity","recoverable","retry_recommended","escalation_required","recovery_actions","related_errors","system_impact","module_health_impact"],"description":"What it means for the system."}},"required":["schema_version","content_type","size_bytes","error_data","error_context"],"description":"The error, in the form of JSON-RPC 2.0, and what it means for the system."},"observability":{"type":"object","properties":{"trace_id":{"$ref":"common.json#/$defs/traceId"},"span_id":{"$ref":"common.json#/$defs/spanId"},"error_fingerprint":{"$ref":"common.json#/$defs/sha256","description":"The same for the same fault on another node or day."}},"required":["trace_id","span_id","error_fingerprint"],"description":"Ids that join what belongs to one trace, and the fingerprint of the fault."}},"required":["message_metadata","routing","error_payload","observability"]};
const schema20 = {"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$","description":"RFC 3339, UTC, milliseconds."};
const schema22 = {"enum":["no","yes","unknown"],"description":"Whether the decision to run the plugin was made on the node. 'unknown' is an answer, not a guess."};
const schema25 = {"type":"string","pattern":"^[0-9a-f]{64}$","description":"SHA-256, 64 lower case hex digits."};
const pattern10 = func10("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$", "u");
const pattern14 = func10("^[0-9a-f]{64}$", "u");

function validate7(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/eps.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate7.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.message_metadata === undefined) || (!(func0.call(data, "message_metadata")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message_metadata"},message:"must have required property '"+"message_metadata"+"'",schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.routing === undefined) || (!(func0.call(data, "routing")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "routing"},message:"must have required property '"+"routing"+"'",schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.error_payload === undefined) || (!(func0.call(data, "error_payload")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "error_payload"},message:"must have required property '"+"error_payload"+"'",schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.observability === undefined) || (!(func0.call(data, "observability")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "observability"},message:"must have required property '"+"observability"+"'",schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.message_metadata !== undefined && func0.call(data, "message_metadata")){
let data0 = data.message_metadata;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.version === undefined) || (!(func0.call(data0, "version")))){
const err4 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema18.properties.message_metadata.required,parentSchema:schema18.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data0.message_id === undefined) || (!(func0.call(data0, "message_id")))){
const err5 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "message_id"},message:"must have required property '"+"message_id"+"'",schema:schema18.properties.message_metadata.required,parentSchema:schema18.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((data0.correlation_id === undefined) || (!(func0.call(data0, "correlation_id")))){
const err6 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "correlation_id"},message:"must have required property '"+"correlation_id"+"'",schema:schema18.properties.message_metadata.required,parentSchema:schema18.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((data0.parent_message_id === undefined) || (!(func0.call(data0, "parent_message_id")))){
const err7 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "parent_message_id"},message:"must have required property '"+"parent_message_id"+"'",schema:schema18.properties.message_metadata.required,parentSchema:schema18.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((data0.created_at === undefined) || (!(func0.call(data0, "created_at")))){
const err8 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "created_at"},message:"must have required property '"+"created_at"+"'",schema:schema18.properties.message_metadata.required,parentSchema:schema18.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((data0.priority === undefined) || (!(func0.call(data0, "priority")))){
const err9 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "priority"},message:"must have required property '"+"priority"+"'",schema:schema18.properties.message_metadata.required,parentSchema:schema18.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data0.version !== undefined && func0.call(data0, "version")){
let data1 = data0.version;
if("1.0" !== data1){
const err10 = {instancePath:instancePath+"/message_metadata/version",schemaPath:"#/properties/message_metadata/properties/version/const",keyword:"const",params:{allowedValue: "1.0"},message:"must be equal to constant",schema:"1.0",parentSchema:schema18.properties.message_metadata.properties.version,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data0.message_id !== undefined && func0.call(data0, "message_id")){
let data2 = data0.message_id;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err11 = {instancePath:instancePath+"/message_metadata/message_id",schemaPath:"common.json#/$defs/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"+"\"",schema:"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",parentSchema:schema2,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/message_metadata/message_id",schemaPath:"common.json#/$defs/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.type,parentSchema:schema2,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data0.correlation_id !== undefined && func0.call(data0, "correlation_id")){
let data3 = data0.correlation_id;
if(typeof data3 === "string"){
if(func8(data3) > 128){
const err13 = {instancePath:instancePath+"/message_metadata/correlation_id",schemaPath:"#/properties/message_metadata/properties/correlation_id/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema18.properties.message_metadata.properties.correlation_id,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/message_metadata/correlation_id",schemaPath:"#/properties/message_metadata/properties/correlation_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.message_metadata.properties.correlation_id.type,parentSchema:schema18.properties.message_metadata.properties.correlation_id,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data0.parent_message_id !== undefined && func0.call(data0, "parent_message_id")){
let data4 = data0.parent_message_id;
if(typeof data4 === "string"){
if(func8(data4) > 128){
const err15 = {instancePath:instancePath+"/message_metadata/parent_message_id",schemaPath:"#/properties/message_metadata/properties/parent_message_id/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema18.properties.message_metadata.properties.parent_message_id,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/message_metadata/parent_message_id",schemaPath:"#/properties/message_metadata/properties/parent_message_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.message_metadata.properties.parent_message_id.type,parentSchema:schema18.properties.message_metadata.properties.parent_message_id,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data0.created_at !== undefined && func0.call(data0, "created_at")){
let data5 = data0.created_at;
if(typeof data5 === "string"){
if(!pattern10.test(data5)){
const err17 = {instancePath:instancePath+"/message_metadata/created_at",schemaPath:"common.json#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$",parentSchema:schema20,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/message_metadata/created_at",schemaPath:"common.json#/$defs/timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data0.priority !== undefined && func0.call(data0, "priority")){
let data6 = data0.priority;
if(!((((data6 === "critical") || (data6 === "high")) || (data6 === "medium")) || (data6 === "low"))){
const err19 = {instancePath:instancePath+"/message_metadata/priority",schemaPath:"#/properties/message_metadata/properties/priority/enum",keyword:"enum",params:{allowedValues: schema18.properties.message_metadata.properties.priority.enum},message:"must be equal to one of the allowed values",schema:schema18.properties.message_metadata.properties.priority.enum,parentSchema:schema18.properties.message_metadata.properties.priority,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.message_metadata.type,parentSchema:schema18.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.routing !== undefined && func0.call(data, "routing")){
let data7 = data.routing;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if((data7.event_type === undefined) || (!(func0.call(data7, "event_type")))){
const err21 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/required",keyword:"required",params:{missingProperty: "event_type"},message:"must have required property '"+"event_type"+"'",schema:schema18.properties.routing.required,parentSchema:schema18.properties.routing,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((data7.event_category === undefined) || (!(func0.call(data7, "event_category")))){
const err22 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/required",keyword:"required",params:{missingProperty: "event_category"},message:"must have required property '"+"event_category"+"'",schema:schema18.properties.routing.required,parentSchema:schema18.properties.routing,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((data7.source_module === undefined) || (!(func0.call(data7, "source_module")))){
const err23 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/required",keyword:"required",params:{missingProperty: "source_module"},message:"must have required property '"+"source_module"+"'",schema:schema18.properties.routing.required,parentSchema:schema18.properties.routing,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((data7.original_source_module === undefined) || (!(func0.call(data7, "original_source_module")))){
const err24 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/required",keyword:"required",params:{missingProperty: "original_source_module"},message:"must have required property '"+"original_source_module"+"'",schema:schema18.properties.routing.required,parentSchema:schema18.properties.routing,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((data7.routing_tags === undefined) || (!(func0.call(data7, "routing_tags")))){
const err25 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/required",keyword:"required",params:{missingProperty: "routing_tags"},message:"must have required property '"+"routing_tags"+"'",schema:schema18.properties.routing.required,parentSchema:schema18.properties.routing,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data7.event_type !== undefined && func0.call(data7, "event_type")){
let data8 = data7.event_type;
if("EPS_ERROR_RESPONSE" !== data8){
const err26 = {instancePath:instancePath+"/routing/event_type",schemaPath:"#/properties/routing/properties/event_type/const",keyword:"const",params:{allowedValue: "EPS_ERROR_RESPONSE"},message:"must be equal to constant",schema:"EPS_ERROR_RESPONSE",parentSchema:schema18.properties.routing.properties.event_type,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data7.event_category !== undefined && func0.call(data7, "event_category")){
let data9 = data7.event_category;
if("error_handling" !== data9){
const err27 = {instancePath:instancePath+"/routing/event_category",schemaPath:"#/properties/routing/properties/event_category/const",keyword:"const",params:{allowedValue: "error_handling"},message:"must be equal to constant",schema:"error_handling",parentSchema:schema18.properties.routing.properties.event_category,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data7.source_module !== undefined && func0.call(data7, "source_module")){
let data10 = data7.source_module;
if(typeof data10 === "string"){
if(func8(data10) > 64){
const err28 = {instancePath:instancePath+"/routing/source_module",schemaPath:"#/properties/routing/properties/source_module/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema18.properties.routing.properties.source_module,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/routing/source_module",schemaPath:"#/properties/routing/properties/source_module/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.routing.properties.source_module.type,parentSchema:schema18.properties.routing.properties.source_module,data:data10};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data7.target_module !== undefined && func0.call(data7, "target_module")){
let data11 = data7.target_module;
if(typeof data11 === "string"){
if(func8(data11) > 64){
const err30 = {instancePath:instancePath+"/routing/target_module",schemaPath:"#/properties/routing/properties/target_module/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema18.properties.routing.properties.target_module,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/routing/target_module",schemaPath:"#/properties/routing/properties/target_module/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.routing.properties.target_module.type,parentSchema:schema18.properties.routing.properties.target_module,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data7.original_source_module !== undefined && func0.call(data7, "original_source_module")){
let data12 = data7.original_source_module;
if(typeof data12 === "string"){
if(func8(data12) > 64){
const err32 = {instancePath:instancePath+"/routing/original_source_module",schemaPath:"#/properties/routing/properties/original_source_module/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema18.properties.routing.properties.original_source_module,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/routing/original_source_module",schemaPath:"#/properties/routing/properties/original_source_module/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.routing.properties.original_source_module.type,parentSchema:schema18.properties.routing.properties.original_source_module,data:data12};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data7.routing_tags !== undefined && func0.call(data7, "routing_tags")){
let data13 = data7.routing_tags;
if(Array.isArray(data13)){
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(typeof data14 === "string"){
if(func8(data14) > 200){
const err34 = {instancePath:instancePath+"/routing/routing_tags/" + i0,schemaPath:"#/properties/routing/properties/routing_tags/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema18.properties.routing.properties.routing_tags.items,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/routing/routing_tags/" + i0,schemaPath:"#/properties/routing/properties/routing_tags/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.routing.properties.routing_tags.items.type,parentSchema:schema18.properties.routing.properties.routing_tags.items,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/routing/routing_tags",schemaPath:"#/properties/routing/properties/routing_tags/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema18.properties.routing.properties.routing_tags.type,parentSchema:schema18.properties.routing.properties.routing_tags,data:data13};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.routing.type,parentSchema:schema18.properties.routing,data:data7};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.error_payload !== undefined && func0.call(data, "error_payload")){
let data15 = data.error_payload;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if((data15.schema_version === undefined) || (!(func0.call(data15, "schema_version")))){
const err38 = {instancePath:instancePath+"/error_payload",schemaPath:"#/properties/error_payload/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema18.properties.error_payload.required,parentSchema:schema18.properties.error_payload,data:data15};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((data15.content_type === undefined) || (!(func0.call(data15, "content_type")))){
const err39 = {instancePath:instancePath+"/error_payload",schemaPath:"#/properties/error_payload/required",keyword:"required",params:{missingProperty: "content_type"},message:"must have required property '"+"content_type"+"'",schema:schema18.properties.error_payload.required,parentSchema:schema18.properties.error_payload,data:data15};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((data15.size_bytes === undefined) || (!(func0.call(data15, "size_bytes")))){
const err40 = {instancePath:instancePath+"/error_payload",schemaPath:"#/properties/error_payload/required",keyword:"required",params:{missingProperty: "size_bytes"},message:"must have required property '"+"size_bytes"+"'",schema:schema18.properties.error_payload.required,parentSchema:schema18.properties.error_payload,data:data15};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((data15.error_data === undefined) || (!(func0.call(data15, "error_data")))){
const err41 = {instancePath:instancePath+"/error_payload",schemaPath:"#/properties/error_payload/required",keyword:"required",params:{missingProperty: "error_data"},message:"must have required property '"+"error_data"+"'",schema:schema18.properties.error_payload.required,parentSchema:schema18.properties.error_payload,data:data15};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((data15.error_context === undefined) || (!(func0.call(data15, "error_context")))){
const err42 = {instancePath:instancePath+"/error_payload",schemaPath:"#/properties/error_payload/required",keyword:"required",params:{missingProperty: "error_context"},message:"must have required property '"+"error_context"+"'",schema:schema18.properties.error_payload.required,parentSchema:schema18.properties.error_payload,data:data15};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data15.schema_version !== undefined && func0.call(data15, "schema_version")){
let data16 = data15.schema_version;
if("1.0" !== data16){
const err43 = {instancePath:instancePath+"/error_payload/schema_version",schemaPath:"#/properties/error_payload/properties/schema_version/const",keyword:"const",params:{allowedValue: "1.0"},message:"must be equal to constant",schema:"1.0",parentSchema:schema18.properties.error_payload.properties.schema_version,data:data16};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data15.content_type !== undefined && func0.call(data15, "content_type")){
let data17 = data15.content_type;
if("application/json" !== data17){
const err44 = {instancePath:instancePath+"/error_payload/content_type",schemaPath:"#/properties/error_payload/properties/content_type/const",keyword:"const",params:{allowedValue: "application/json"},message:"must be equal to constant",schema:"application/json",parentSchema:schema18.properties.error_payload.properties.content_type,data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data15.size_bytes !== undefined && func0.call(data15, "size_bytes")){
let data18 = data15.size_bytes;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err45 = {instancePath:instancePath+"/error_payload/size_bytes",schemaPath:"#/properties/error_payload/properties/size_bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema18.properties.error_payload.properties.size_bytes.type,parentSchema:schema18.properties.error_payload.properties.size_bytes,data:data18};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
const err46 = {instancePath:instancePath+"/error_payload/size_bytes",schemaPath:"#/properties/error_payload/properties/size_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema18.properties.error_payload.properties.size_bytes,data:data18};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
if(data15.error_data !== undefined && func0.call(data15, "error_data")){
let data19 = data15.error_data;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if((data19.jsonrpc === undefined) || (!(func0.call(data19, "jsonrpc")))){
const err47 = {instancePath:instancePath+"/error_payload/error_data",schemaPath:"#/properties/error_payload/properties/error_data/required",keyword:"required",params:{missingProperty: "jsonrpc"},message:"must have required property '"+"jsonrpc"+"'",schema:schema18.properties.error_payload.properties.error_data.required,parentSchema:schema18.properties.error_payload.properties.error_data,data:data19};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((data19.error === undefined) || (!(func0.call(data19, "error")))){
const err48 = {instancePath:instancePath+"/error_payload/error_data",schemaPath:"#/properties/error_payload/properties/error_data/required",keyword:"required",params:{missingProperty: "error"},message:"must have required property '"+"error"+"'",schema:schema18.properties.error_payload.properties.error_data.required,parentSchema:schema18.properties.error_payload.properties.error_data,data:data19};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if((data19.id === undefined) || (!(func0.call(data19, "id")))){
const err49 = {instancePath:instancePath+"/error_payload/error_data",schemaPath:"#/properties/error_payload/properties/error_data/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema18.properties.error_payload.properties.error_data.required,parentSchema:schema18.properties.error_payload.properties.error_data,data:data19};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data19.jsonrpc !== undefined && func0.call(data19, "jsonrpc")){
let data20 = data19.jsonrpc;
if("2.0" !== data20){
const err50 = {instancePath:instancePath+"/error_payload/error_data/jsonrpc",schemaPath:"#/properties/error_payload/properties/error_data/properties/jsonrpc/const",keyword:"const",params:{allowedValue: "2.0"},message:"must be equal to constant",schema:"2.0",parentSchema:schema18.properties.error_payload.properties.error_data.properties.jsonrpc,data:data20};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data19.error !== undefined && func0.call(data19, "error")){
let data21 = data19.error;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if((data21.code === undefined) || (!(func0.call(data21, "code")))){
const err51 = {instancePath:instancePath+"/error_payload/error_data/error",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'",schema:schema18.properties.error_payload.properties.error_data.properties.error.required,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error,data:data21};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((data21.message === undefined) || (!(func0.call(data21, "message")))){
const err52 = {instancePath:instancePath+"/error_payload/error_data/error",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema18.properties.error_payload.properties.error_data.properties.error.required,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error,data:data21};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if((data21.data === undefined) || (!(func0.call(data21, "data")))){
const err53 = {instancePath:instancePath+"/error_payload/error_data/error",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'",schema:schema18.properties.error_payload.properties.error_data.properties.error.required,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error,data:data21};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data21.code !== undefined && func0.call(data21, "code")){
let data22 = data21.code;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err54 = {instancePath:instancePath+"/error_payload/error_data/error/code",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/code/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.code.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.code,data:data22};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > -32000 || isNaN(data22)){
const err55 = {instancePath:instancePath+"/error_payload/error_data/error/code",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/code/maximum",keyword:"maximum",params:{comparison: "<=", limit: -32000},message:"must be <= -32000",schema:-32000,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.code,data:data22};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data22 < -32768 || isNaN(data22)){
const err56 = {instancePath:instancePath+"/error_payload/error_data/error/code",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/code/minimum",keyword:"minimum",params:{comparison: ">=", limit: -32768},message:"must be >= -32768",schema:-32768,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.code,data:data22};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
if(data21.message !== undefined && func0.call(data21, "message")){
let data23 = data21.message;
if(typeof data23 === "string"){
if(func8(data23) > 8000){
const err57 = {instancePath:instancePath+"/error_payload/error_data/error/message",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/message/maxLength",keyword:"maxLength",params:{limit: 8000},message:"must NOT have more than 8000 characters",schema:8000,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.message,data:data23};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/error_payload/error_data/error/message",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.message.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.message,data:data23};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data21.data !== undefined && func0.call(data21, "data")){
let data24 = data21.data;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if((data24.reason === undefined) || (!(func0.call(data24, "reason")))){
const err59 = {instancePath:instancePath+"/error_payload/error_data/error/data",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.required,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data,data:data24};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if((data24.timestamp === undefined) || (!(func0.call(data24, "timestamp")))){
const err60 = {instancePath:instancePath+"/error_payload/error_data/error/data",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/required",keyword:"required",params:{missingProperty: "timestamp"},message:"must have required property '"+"timestamp"+"'",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.required,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data,data:data24};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if((data24.kind === undefined) || (!(func0.call(data24, "kind")))){
const err61 = {instancePath:instancePath+"/error_payload/error_data/error/data",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.required,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data,data:data24};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((data24.executed === undefined) || (!(func0.call(data24, "executed")))){
const err62 = {instancePath:instancePath+"/error_payload/error_data/error/data",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/required",keyword:"required",params:{missingProperty: "executed"},message:"must have required property '"+"executed"+"'",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.required,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data,data:data24};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data24.reason !== undefined && func0.call(data24, "reason")){
let data25 = data24.reason;
if(typeof data25 === "string"){
if(func8(data25) > 8000){
const err63 = {instancePath:instancePath+"/error_payload/error_data/error/data/reason",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/reason/maxLength",keyword:"maxLength",params:{limit: 8000},message:"must NOT have more than 8000 characters",schema:8000,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.reason,data:data25};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/error_payload/error_data/error/data/reason",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.reason.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.reason,data:data25};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data24.timestamp !== undefined && func0.call(data24, "timestamp")){
let data26 = data24.timestamp;
if(typeof data26 === "string"){
if(!pattern10.test(data26)){
const err65 = {instancePath:instancePath+"/error_payload/error_data/error/data/timestamp",schemaPath:"common.json#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$",parentSchema:schema20,data:data26};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/error_payload/error_data/error/data/timestamp",schemaPath:"common.json#/$defs/timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data26};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data24.field !== undefined && func0.call(data24, "field")){
let data27 = data24.field;
if(typeof data27 === "string"){
if(func8(data27) > 1000){
const err67 = {instancePath:instancePath+"/error_payload/error_data/error/data/field",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/field/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.field,data:data27};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/error_payload/error_data/error/data/field",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/field/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.field.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.field,data:data27};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data24.validation_errors !== undefined && func0.call(data24, "validation_errors")){
let data28 = data24.validation_errors;
if(Array.isArray(data28)){
const len1 = data28.length;
for(let i1=0; i1<len1; i1++){
let data29 = data28[i1];
if(!(data29 && typeof data29 == "object" && !Array.isArray(data29))){
const err69 = {instancePath:instancePath+"/error_payload/error_data/error/data/validation_errors/" + i1,schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/validation_errors/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.validation_errors.items.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.validation_errors.items,data:data29};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath:instancePath+"/error_payload/error_data/error/data/validation_errors",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/validation_errors/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.validation_errors.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.validation_errors,data:data28};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data24.expected_format !== undefined && func0.call(data24, "expected_format")){
let data30 = data24.expected_format;
if(typeof data30 === "string"){
if(func8(data30) > 1000){
const err71 = {instancePath:instancePath+"/error_payload/error_data/error/data/expected_format",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/expected_format/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.expected_format,data:data30};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/error_payload/error_data/error/data/expected_format",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/expected_format/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.expected_format.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.expected_format,data:data30};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data24.kind !== undefined && func0.call(data24, "kind")){
let data31 = data24.kind;
if(typeof data31 === "string"){
if(func8(data31) > 64){
const err73 = {instancePath:instancePath+"/error_payload/error_data/error/data/kind",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/kind/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.kind,data:data31};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/error_payload/error_data/error/data/kind",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.kind.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.kind,data:data31};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data24.executed !== undefined && func0.call(data24, "executed")){
let data32 = data24.executed;
if(!(((data32 === "no") || (data32 === "yes")) || (data32 === "unknown"))){
const err75 = {instancePath:instancePath+"/error_payload/error_data/error/data/executed",schemaPath:"common.json#/$defs/executed/enum",keyword:"enum",params:{allowedValues: schema22.enum},message:"must be equal to one of the allowed values",schema:schema22.enum,parentSchema:schema22,data:data32};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data24.phase !== undefined && func0.call(data24, "phase")){
let data33 = data24.phase;
if(typeof data33 === "string"){
if(func8(data33) > 32){
const err76 = {instancePath:instancePath+"/error_payload/error_data/error/data/phase",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/phase/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.phase,data:data33};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
else {
const err77 = {instancePath:instancePath+"/error_payload/error_data/error/data/phase",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/phase/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.phase.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.phase,data:data33};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data24.node !== undefined && func0.call(data24, "node")){
let data34 = data24.node;
if(typeof data34 === "string"){
if(func8(data34) > 128){
const err78 = {instancePath:instancePath+"/error_payload/error_data/error/data/node",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/node/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.node,data:data34};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/error_payload/error_data/error/data/node",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.node.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.node,data:data34};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data24.step !== undefined && func0.call(data24, "step")){
let data35 = data24.step;
if(typeof data35 === "string"){
if(func8(data35) > 128){
const err80 = {instancePath:instancePath+"/error_payload/error_data/error/data/step",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/step/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.step,data:data35};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/error_payload/error_data/error/data/step",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/step/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.step.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.step,data:data35};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data24.run_key !== undefined && func0.call(data24, "run_key")){
let data36 = data24.run_key;
if(typeof data36 === "string"){
if(func8(data36) > 1000){
const err82 = {instancePath:instancePath+"/error_payload/error_data/error/data/run_key",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/run_key/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.run_key,data:data36};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/error_payload/error_data/error/data/run_key",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/run_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.run_key.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.run_key,data:data36};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data24.attempt !== undefined && func0.call(data24, "attempt")){
let data37 = data24.attempt;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err84 = {instancePath:instancePath+"/error_payload/error_data/error/data/attempt",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.attempt.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.attempt,data:data37};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 < 1 || isNaN(data37)){
const err85 = {instancePath:instancePath+"/error_payload/error_data/error/data/attempt",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.properties.attempt,data:data37};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
}
}
else {
const err86 = {instancePath:instancePath+"/error_payload/error_data/error/data",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/properties/data/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error.properties.data,data:data24};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
else {
const err87 = {instancePath:instancePath+"/error_payload/error_data/error",schemaPath:"#/properties/error_payload/properties/error_data/properties/error/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.error_payload.properties.error_data.properties.error.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.error,data:data21};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data19.id !== undefined && func0.call(data19, "id")){
let data38 = data19.id;
if((typeof data38 !== "string") && (data38 !== null)){
const err88 = {instancePath:instancePath+"/error_payload/error_data/id",schemaPath:"#/properties/error_payload/properties/error_data/properties/id/type",keyword:"type",params:{type: schema18.properties.error_payload.properties.error_data.properties.id.type},message:"must be string,null",schema:schema18.properties.error_payload.properties.error_data.properties.id.type,parentSchema:schema18.properties.error_payload.properties.error_data.properties.id,data:data38};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
else {
const err89 = {instancePath:instancePath+"/error_payload/error_data",schemaPath:"#/properties/error_payload/properties/error_data/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.error_payload.properties.error_data.type,parentSchema:schema18.properties.error_payload.properties.error_data,data:data19};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data15.error_context !== undefined && func0.call(data15, "error_context")){
let data39 = data15.error_context;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if((data39.error_classification === undefined) || (!(func0.call(data39, "error_classification")))){
const err90 = {instancePath:instancePath+"/error_payload/error_context",schemaPath:"#/properties/error_payload/properties/error_context/required",keyword:"required",params:{missingProperty: "error_classification"},message:"must have required property '"+"error_classification"+"'",schema:schema18.properties.error_payload.properties.error_context.required,parentSchema:schema18.properties.error_payload.properties.error_context,data:data39};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if((data39.severity === undefined) || (!(func0.call(data39, "severity")))){
const err91 = {instancePath:instancePath+"/error_payload/error_context",schemaPath:"#/properties/error_payload/properties/error_context/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'",schema:schema18.properties.error_payload.properties.error_context.required,parentSchema:schema18.properties.error_payload.properties.error_context,data:data39};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if((data39.recoverable === undefined) || (!(func0.call(data39, "recoverable")))){
const err92 = {instancePath:instancePath+"/error_payload/error_context",schemaPath:"#/properties/error_payload/properties/error_context/required",keyword:"required",params:{missingProperty: "recoverable"},message:"must have required property '"+"recoverable"+"'",schema:schema18.properties.error_payload.properties.error_context.required,parentSchema:schema18.properties.error_payload.properties.error_context,data:data39};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if((data39.retry_recommended === undefined) || (!(func0.call(data39, "retry_recommended")))){
const err93 = {instancePath:instancePath+"/error_payload/error_context",schemaPath:"#/properties/error_payload/properties/error_context/required",keyword:"required",params:{missingProperty: "retry_recommended"},message:"must have required property '"+"retry_recommended"+"'",schema:schema18.properties.error_payload.properties.error_context.required,parentSchema:schema18.properties.error_payload.properties.error_context,data:data39};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if((data39.escalation_required === undefined) || (!(func0.call(data39, "escalation_required")))){
const err94 = {instancePath:instancePath+"/error_payload/error_context",schemaPath:"#/properties/error_payload/properties/error_context/required",keyword:"required",params:{missingProperty: "escalation_required"},message:"must have required property '"+"escalation_required"+"'",schema:schema18.properties.error_payload.properties.error_context.required,parentSchema:schema18.properties.error_payload.properties.error_context,data:data39};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if((data39.recovery_actions === undefined) || (!(func0.call(data39, "recovery_actions")))){
const err95 = {instancePath:instancePath+"/error_payload/error_context",schemaPath:"#/properties/error_payload/properties/error_context/required",keyword:"required",params:{missingProperty: "recovery_actions"},message:"must have required property '"+"recovery_actions"+"'",schema:schema18.properties.error_payload.properties.error_context.required,parentSchema:schema18.properties.error_payload.properties.error_context,data:data39};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if((data39.related_errors === undefined) || (!(func0.call(data39, "related_errors")))){
const err96 = {instancePath:instancePath+"/error_payload/error_context",schemaPath:"#/properties/error_payload/properties/error_context/required",keyword:"required",params:{missingProperty: "related_errors"},message:"must have required property '"+"related_errors"+"'",schema:schema18.properties.error_payload.properties.error_context.required,parentSchema:schema18.properties.error_payload.properties.error_context,data:data39};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if((data39.system_impact === undefined) || (!(func0.call(data39, "system_impact")))){
const err97 = {instancePath:instancePath+"/error_payload/error_context",schemaPath:"#/properties/error_payload/properties/error_context/required",keyword:"required",params:{missingProperty: "system_impact"},message:"must have required property '"+"system_impact"+"'",schema:schema18.properties.error_payload.properties.error_context.required,parentSchema:schema18.properties.error_payload.properties.error_context,data:data39};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if((data39.module_health_impact === undefined) || (!(func0.call(data39, "module_health_impact")))){
const err98 = {instancePath:instancePath+"/error_payload/error_context",schemaPath:"#/properties/error_payload/properties/error_context/required",keyword:"required",params:{missingProperty: "module_health_impact"},message:"must have required property '"+"module_health_impact"+"'",schema:schema18.properties.error_payload.properties.error_context.required,parentSchema:schema18.properties.error_payload.properties.error_context,data:data39};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data39.error_classification !== undefined && func0.call(data39, "error_classification")){
let data40 = data39.error_classification;
if(!((((((data40 === "protocol_error") || (data40 === "communication_error")) || (data40 === "validation_error")) || (data40 === "security_error")) || (data40 === "system_error")) || (data40 === "business_error"))){
const err99 = {instancePath:instancePath+"/error_payload/error_context/error_classification",schemaPath:"#/properties/error_payload/properties/error_context/properties/error_classification/enum",keyword:"enum",params:{allowedValues: schema18.properties.error_payload.properties.error_context.properties.error_classification.enum},message:"must be equal to one of the allowed values",schema:schema18.properties.error_payload.properties.error_context.properties.error_classification.enum,parentSchema:schema18.properties.error_payload.properties.error_context.properties.error_classification,data:data40};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data39.severity !== undefined && func0.call(data39, "severity")){
let data41 = data39.severity;
if(!((((data41 === "critical") || (data41 === "high")) || (data41 === "medium")) || (data41 === "low"))){
const err100 = {instancePath:instancePath+"/error_payload/error_context/severity",schemaPath:"#/properties/error_payload/properties/error_context/properties/severity/enum",keyword:"enum",params:{allowedValues: schema18.properties.error_payload.properties.error_context.properties.severity.enum},message:"must be equal to one of the allowed values",schema:schema18.properties.error_payload.properties.error_context.properties.severity.enum,parentSchema:schema18.properties.error_payload.properties.error_context.properties.severity,data:data41};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data39.recoverable !== undefined && func0.call(data39, "recoverable")){
let data42 = data39.recoverable;
if(typeof data42 !== "boolean"){
const err101 = {instancePath:instancePath+"/error_payload/error_context/recoverable",schemaPath:"#/properties/error_payload/properties/error_context/properties/recoverable/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema18.properties.error_payload.properties.error_context.properties.recoverable.type,parentSchema:schema18.properties.error_payload.properties.error_context.properties.recoverable,data:data42};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data39.retry_recommended !== undefined && func0.call(data39, "retry_recommended")){
let data43 = data39.retry_recommended;
if(typeof data43 !== "boolean"){
const err102 = {instancePath:instancePath+"/error_payload/error_context/retry_recommended",schemaPath:"#/properties/error_payload/properties/error_context/properties/retry_recommended/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema18.properties.error_payload.properties.error_context.properties.retry_recommended.type,parentSchema:schema18.properties.error_payload.properties.error_context.properties.retry_recommended,data:data43};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data39.escalation_required !== undefined && func0.call(data39, "escalation_required")){
let data44 = data39.escalation_required;
if(typeof data44 !== "boolean"){
const err103 = {instancePath:instancePath+"/error_payload/error_context/escalation_required",schemaPath:"#/properties/error_payload/properties/error_context/properties/escalation_required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema18.properties.error_payload.properties.error_context.properties.escalation_required.type,parentSchema:schema18.properties.error_payload.properties.error_context.properties.escalation_required,data:data44};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data39.recovery_actions !== undefined && func0.call(data39, "recovery_actions")){
let data45 = data39.recovery_actions;
if(Array.isArray(data45)){
const len2 = data45.length;
for(let i2=0; i2<len2; i2++){
let data46 = data45[i2];
if(typeof data46 === "string"){
if(func8(data46) > 2000){
const err104 = {instancePath:instancePath+"/error_payload/error_context/recovery_actions/" + i2,schemaPath:"#/properties/error_payload/properties/error_context/properties/recovery_actions/items/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema18.properties.error_payload.properties.error_context.properties.recovery_actions.items,data:data46};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/error_payload/error_context/recovery_actions/" + i2,schemaPath:"#/properties/error_payload/properties/error_context/properties/recovery_actions/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.error_payload.properties.error_context.properties.recovery_actions.items.type,parentSchema:schema18.properties.error_payload.properties.error_context.properties.recovery_actions.items,data:data46};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
else {
const err106 = {instancePath:instancePath+"/error_payload/error_context/recovery_actions",schemaPath:"#/properties/error_payload/properties/error_context/properties/recovery_actions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema18.properties.error_payload.properties.error_context.properties.recovery_actions.type,parentSchema:schema18.properties.error_payload.properties.error_context.properties.recovery_actions,data:data45};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data39.related_errors !== undefined && func0.call(data39, "related_errors")){
let data47 = data39.related_errors;
if(Array.isArray(data47)){
const len3 = data47.length;
for(let i3=0; i3<len3; i3++){
let data48 = data47[i3];
if(typeof data48 === "string"){
if(func8(data48) > 200){
const err107 = {instancePath:instancePath+"/error_payload/error_context/related_errors/" + i3,schemaPath:"#/properties/error_payload/properties/error_context/properties/related_errors/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema18.properties.error_payload.properties.error_context.properties.related_errors.items,data:data48};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
else {
const err108 = {instancePath:instancePath+"/error_payload/error_context/related_errors/" + i3,schemaPath:"#/properties/error_payload/properties/error_context/properties/related_errors/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.error_payload.properties.error_context.properties.related_errors.items.type,parentSchema:schema18.properties.error_payload.properties.error_context.properties.related_errors.items,data:data48};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
else {
const err109 = {instancePath:instancePath+"/error_payload/error_context/related_errors",schemaPath:"#/properties/error_payload/properties/error_context/properties/related_errors/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema18.properties.error_payload.properties.error_context.properties.related_errors.type,parentSchema:schema18.properties.error_payload.properties.error_context.properties.related_errors,data:data47};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data39.system_impact !== undefined && func0.call(data39, "system_impact")){
let data49 = data39.system_impact;
if(!((((data49 === "single_request") || (data49 === "module")) || (data49 === "multiple_modules")) || (data49 === "system_wide"))){
const err110 = {instancePath:instancePath+"/error_payload/error_context/system_impact",schemaPath:"#/properties/error_payload/properties/error_context/properties/system_impact/enum",keyword:"enum",params:{allowedValues: schema18.properties.error_payload.properties.error_context.properties.system_impact.enum},message:"must be equal to one of the allowed values",schema:schema18.properties.error_payload.properties.error_context.properties.system_impact.enum,parentSchema:schema18.properties.error_payload.properties.error_context.properties.system_impact,data:data49};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data39.module_health_impact !== undefined && func0.call(data39, "module_health_impact")){
let data50 = data39.module_health_impact;
if(!((((data50 === "none") || (data50 === "degraded")) || (data50 === "critical")) || (data50 === "failed"))){
const err111 = {instancePath:instancePath+"/error_payload/error_context/module_health_impact",schemaPath:"#/properties/error_payload/properties/error_context/properties/module_health_impact/enum",keyword:"enum",params:{allowedValues: schema18.properties.error_payload.properties.error_context.properties.module_health_impact.enum},message:"must be equal to one of the allowed values",schema:schema18.properties.error_payload.properties.error_context.properties.module_health_impact.enum,parentSchema:schema18.properties.error_payload.properties.error_context.properties.module_health_impact,data:data50};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
else {
const err112 = {instancePath:instancePath+"/error_payload/error_context",schemaPath:"#/properties/error_payload/properties/error_context/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.error_payload.properties.error_context.type,parentSchema:schema18.properties.error_payload.properties.error_context,data:data39};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
else {
const err113 = {instancePath:instancePath+"/error_payload",schemaPath:"#/properties/error_payload/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.error_payload.type,parentSchema:schema18.properties.error_payload,data:data15};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data.observability !== undefined && func0.call(data, "observability")){
let data51 = data.observability;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if((data51.trace_id === undefined) || (!(func0.call(data51, "trace_id")))){
const err114 = {instancePath:instancePath+"/observability",schemaPath:"#/properties/observability/required",keyword:"required",params:{missingProperty: "trace_id"},message:"must have required property '"+"trace_id"+"'",schema:schema18.properties.observability.required,parentSchema:schema18.properties.observability,data:data51};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if((data51.span_id === undefined) || (!(func0.call(data51, "span_id")))){
const err115 = {instancePath:instancePath+"/observability",schemaPath:"#/properties/observability/required",keyword:"required",params:{missingProperty: "span_id"},message:"must have required property '"+"span_id"+"'",schema:schema18.properties.observability.required,parentSchema:schema18.properties.observability,data:data51};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if((data51.error_fingerprint === undefined) || (!(func0.call(data51, "error_fingerprint")))){
const err116 = {instancePath:instancePath+"/observability",schemaPath:"#/properties/observability/required",keyword:"required",params:{missingProperty: "error_fingerprint"},message:"must have required property '"+"error_fingerprint"+"'",schema:schema18.properties.observability.required,parentSchema:schema18.properties.observability,data:data51};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(data51.trace_id !== undefined && func0.call(data51, "trace_id")){
let data52 = data51.trace_id;
if(typeof data52 === "string"){
if(!pattern2.test(data52)){
const err117 = {instancePath:instancePath+"/observability/trace_id",schemaPath:"common.json#/$defs/traceId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{32}$"},message:"must match pattern \""+"^[0-9a-f]{32}$"+"\"",schema:"^[0-9a-f]{32}$",parentSchema:schema5,data:data52};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
else {
const err118 = {instancePath:instancePath+"/observability/trace_id",schemaPath:"common.json#/$defs/traceId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema5.type,parentSchema:schema5,data:data52};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data51.span_id !== undefined && func0.call(data51, "span_id")){
let data53 = data51.span_id;
if(typeof data53 === "string"){
if(!pattern3.test(data53)){
const err119 = {instancePath:instancePath+"/observability/span_id",schemaPath:"common.json#/$defs/spanId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{16}$"},message:"must match pattern \""+"^[0-9a-f]{16}$"+"\"",schema:"^[0-9a-f]{16}$",parentSchema:schema6,data:data53};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
else {
const err120 = {instancePath:instancePath+"/observability/span_id",schemaPath:"common.json#/$defs/spanId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.type,parentSchema:schema6,data:data53};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data51.error_fingerprint !== undefined && func0.call(data51, "error_fingerprint")){
let data54 = data51.error_fingerprint;
if(typeof data54 === "string"){
if(!pattern14.test(data54)){
const err121 = {instancePath:instancePath+"/observability/error_fingerprint",schemaPath:"common.json#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema25,data:data54};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/observability/error_fingerprint",schemaPath:"common.json#/$defs/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.type,parentSchema:schema25,data:data54};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
else {
const err123 = {instancePath:instancePath+"/observability",schemaPath:"#/properties/observability/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.observability.type,parentSchema:schema18.properties.observability,data:data51};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
}
else {
const err124 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
validate7.errors = vErrors;
return errors === 0;
}
validate7.evaluated = {"props":{"message_metadata":true,"routing":true,"error_payload":true,"observability":true},"dynamicProps":false,"dynamicItems":false};

const shape5 = validate8;
const schema26 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/error-line.json","title":"ErrorLine","description":"One line of errors.ndjson: an error of a run in short. The whole EPS message is in the step's own file.","type":"object","additionalProperties":false,"properties":{"at":{"$ref":"common.json#/$defs/timestamp"},"kind":{"type":"string","maxLength":64,"description":"The stable name of the error; `rune explain` says what it means."},"code":{"type":"integer","minimum":-32768,"maximum":-32000,"description":"The numeric code. Several kinds may share one."},"classification":{"type":"string","maxLength":64,"description":"The class of the code."},"severity":{"enum":["critical","high","medium","low"],"description":"How bad it is where it happened."},"priority":{"enum":["critical","high","medium","low"],"description":"How soon a person should look."},"executed":{"$ref":"common.json#/$defs/executed"},"retry_recommended":{"type":"boolean","description":"Whether the same step may be tried again."},"escalation_required":{"type":"boolean","description":"Whether a person has to look."},"phase":{"type":"string","maxLength":32,"description":"How far the step had come."},"node":{"type":"string","maxLength":128,"description":"The node's name."},"step":{"type":"string","maxLength":128,"description":"The step's id."},"action":{"type":"string","maxLength":200,"description":"The action's name."},"attempt":{"type":"integer","minimum":1,"description":"One-based."},"message":{"type":"string","maxLength":1000,"description":"What was found and what was expected; cut where it is long."},"advice":{"type":"string","maxLength":1000,"description":"What to do next."},"fingerprint":{"$ref":"common.json#/$defs/sha256","description":"The same for the same fault on another node or day."},"correlation_id":{"type":"string","maxLength":128,"description":"The id that the sender of the request gave it."},"message_id":{"$ref":"common.json#/$defs/uuid","description":"Of the EPS message."},"trace_id":{"$ref":"common.json#/$defs/traceId"}},"required":["kind","executed","message","advice"]};

function validate8(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/error-line.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate8.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.kind === undefined) || (!(func0.call(data, "kind")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema26.required,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.executed === undefined) || (!(func0.call(data, "executed")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "executed"},message:"must have required property '"+"executed"+"'",schema:schema26.required,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.message === undefined) || (!(func0.call(data, "message")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema26.required,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.advice === undefined) || (!(func0.call(data, "advice")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "advice"},message:"must have required property '"+"advice"+"'",schema:schema26.required,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema26.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.at !== undefined && func0.call(data, "at")){
let data0 = data.at;
if(typeof data0 === "string"){
if(!pattern10.test(data0)){
const err5 = {instancePath:instancePath+"/at",schemaPath:"common.json#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$",parentSchema:schema20,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/at",schemaPath:"common.json#/$defs/timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined && func0.call(data, "kind")){
let data1 = data.kind;
if(typeof data1 === "string"){
if(func8(data1) > 64){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema26.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.properties.kind.type,parentSchema:schema26.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.code !== undefined && func0.call(data, "code")){
let data2 = data.code;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err9 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema26.properties.code.type,parentSchema:schema26.properties.code,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > -32000 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/maximum",keyword:"maximum",params:{comparison: "<=", limit: -32000},message:"must be <= -32000",schema:-32000,parentSchema:schema26.properties.code,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data2 < -32768 || isNaN(data2)){
const err11 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/minimum",keyword:"minimum",params:{comparison: ">=", limit: -32768},message:"must be >= -32768",schema:-32768,parentSchema:schema26.properties.code,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.classification !== undefined && func0.call(data, "classification")){
let data3 = data.classification;
if(typeof data3 === "string"){
if(func8(data3) > 64){
const err12 = {instancePath:instancePath+"/classification",schemaPath:"#/properties/classification/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema26.properties.classification,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/classification",schemaPath:"#/properties/classification/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.properties.classification.type,parentSchema:schema26.properties.classification,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.severity !== undefined && func0.call(data, "severity")){
let data4 = data.severity;
if(!((((data4 === "critical") || (data4 === "high")) || (data4 === "medium")) || (data4 === "low"))){
const err14 = {instancePath:instancePath+"/severity",schemaPath:"#/properties/severity/enum",keyword:"enum",params:{allowedValues: schema26.properties.severity.enum},message:"must be equal to one of the allowed values",schema:schema26.properties.severity.enum,parentSchema:schema26.properties.severity,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.priority !== undefined && func0.call(data, "priority")){
let data5 = data.priority;
if(!((((data5 === "critical") || (data5 === "high")) || (data5 === "medium")) || (data5 === "low"))){
const err15 = {instancePath:instancePath+"/priority",schemaPath:"#/properties/priority/enum",keyword:"enum",params:{allowedValues: schema26.properties.priority.enum},message:"must be equal to one of the allowed values",schema:schema26.properties.priority.enum,parentSchema:schema26.properties.priority,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.executed !== undefined && func0.call(data, "executed")){
let data6 = data.executed;
if(!(((data6 === "no") || (data6 === "yes")) || (data6 === "unknown"))){
const err16 = {instancePath:instancePath+"/executed",schemaPath:"common.json#/$defs/executed/enum",keyword:"enum",params:{allowedValues: schema22.enum},message:"must be equal to one of the allowed values",schema:schema22.enum,parentSchema:schema22,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.retry_recommended !== undefined && func0.call(data, "retry_recommended")){
let data7 = data.retry_recommended;
if(typeof data7 !== "boolean"){
const err17 = {instancePath:instancePath+"/retry_recommended",schemaPath:"#/properties/retry_recommended/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema26.properties.retry_recommended.type,parentSchema:schema26.properties.retry_recommended,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.escalation_required !== undefined && func0.call(data, "escalation_required")){
let data8 = data.escalation_required;
if(typeof data8 !== "boolean"){
const err18 = {instancePath:instancePath+"/escalation_required",schemaPath:"#/properties/escalation_required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema26.properties.escalation_required.type,parentSchema:schema26.properties.escalation_required,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.phase !== undefined && func0.call(data, "phase")){
let data9 = data.phase;
if(typeof data9 === "string"){
if(func8(data9) > 32){
const err19 = {instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema26.properties.phase,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.properties.phase.type,parentSchema:schema26.properties.phase,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.node !== undefined && func0.call(data, "node")){
let data10 = data.node;
if(typeof data10 === "string"){
if(func8(data10) > 128){
const err21 = {instancePath:instancePath+"/node",schemaPath:"#/properties/node/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema26.properties.node,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/node",schemaPath:"#/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.properties.node.type,parentSchema:schema26.properties.node,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.step !== undefined && func0.call(data, "step")){
let data11 = data.step;
if(typeof data11 === "string"){
if(func8(data11) > 128){
const err23 = {instancePath:instancePath+"/step",schemaPath:"#/properties/step/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema26.properties.step,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/step",schemaPath:"#/properties/step/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.properties.step.type,parentSchema:schema26.properties.step,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.action !== undefined && func0.call(data, "action")){
let data12 = data.action;
if(typeof data12 === "string"){
if(func8(data12) > 200){
const err25 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema26.properties.action,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.properties.action.type,parentSchema:schema26.properties.action,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.attempt !== undefined && func0.call(data, "attempt")){
let data13 = data.attempt;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err27 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema26.properties.attempt.type,parentSchema:schema26.properties.attempt,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
const err28 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema26.properties.attempt,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data.message !== undefined && func0.call(data, "message")){
let data14 = data.message;
if(typeof data14 === "string"){
if(func8(data14) > 1000){
const err29 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema26.properties.message,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.properties.message.type,parentSchema:schema26.properties.message,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.advice !== undefined && func0.call(data, "advice")){
let data15 = data.advice;
if(typeof data15 === "string"){
if(func8(data15) > 1000){
const err31 = {instancePath:instancePath+"/advice",schemaPath:"#/properties/advice/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema26.properties.advice,data:data15};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/advice",schemaPath:"#/properties/advice/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.properties.advice.type,parentSchema:schema26.properties.advice,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.fingerprint !== undefined && func0.call(data, "fingerprint")){
let data16 = data.fingerprint;
if(typeof data16 === "string"){
if(!pattern14.test(data16)){
const err33 = {instancePath:instancePath+"/fingerprint",schemaPath:"common.json#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema25,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/fingerprint",schemaPath:"common.json#/$defs/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.type,parentSchema:schema25,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.correlation_id !== undefined && func0.call(data, "correlation_id")){
let data17 = data.correlation_id;
if(typeof data17 === "string"){
if(func8(data17) > 128){
const err35 = {instancePath:instancePath+"/correlation_id",schemaPath:"#/properties/correlation_id/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema26.properties.correlation_id,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/correlation_id",schemaPath:"#/properties/correlation_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.properties.correlation_id.type,parentSchema:schema26.properties.correlation_id,data:data17};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.message_id !== undefined && func0.call(data, "message_id")){
let data18 = data.message_id;
if(typeof data18 === "string"){
if(!pattern0.test(data18)){
const err37 = {instancePath:instancePath+"/message_id",schemaPath:"common.json#/$defs/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"+"\"",schema:"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",parentSchema:schema2,data:data18};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/message_id",schemaPath:"common.json#/$defs/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.type,parentSchema:schema2,data:data18};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.trace_id !== undefined && func0.call(data, "trace_id")){
let data19 = data.trace_id;
if(typeof data19 === "string"){
if(!pattern2.test(data19)){
const err39 = {instancePath:instancePath+"/trace_id",schemaPath:"common.json#/$defs/traceId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{32}$"},message:"must match pattern \""+"^[0-9a-f]{32}$"+"\"",schema:"^[0-9a-f]{32}$",parentSchema:schema5,data:data19};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/trace_id",schemaPath:"common.json#/$defs/traceId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema5.type,parentSchema:schema5,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
validate8.errors = vErrors;
return errors === 0;
}
validate8.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape6 = validate9;
const schema32 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/event.json","title":"Record event","description":"One line of events.ndjson. Each line carries the SHA-256 of the line before it.","type":"object","additionalProperties":false,"properties":{"seq":{"type":"integer","minimum":0,"description":"Zero-based, without gaps."},"prev":{"$ref":"common.json#/$defs/sha256","description":"SHA-256 of the previous line's bytes without its newline; 64 zeros for the first."},"at":{"$ref":"common.json#/$defs/timestamp"},"type":{"enum":["run-started","plan","refused","prepared","tried","started","ended","node-ended","cancel-requested","run-ended","collect-requested","collected"],"description":"prepared: the step is about to be sent. tried: nothing came of it on the node, and the same attempt is made again. started: the node has told that it is ready, and the plugin may start after this line. ended: its result is known. collected: it became known later, when somebody came back for it."},"run_id":{"$ref":"common.json#/$defs/uuid","description":"The run, a UUID."},"node":{"$ref":"common.json#/$defs/id"},"step":{"$ref":"common.json#/$defs/id"},"phase":{"$ref":"common.json#/$defs/flowPhase","description":"Absent: do."},"iteration":{"$ref":"common.json#/$defs/iteration"},"attempt":{"type":"integer","minimum":1,"description":"One-based."},"executed":{"$ref":"common.json#/$defs/executed"},"kind":{"type":"string","maxLength":64,"description":"The EPS kind, where something failed."},"data":{"type":"object","description":"What belongs to this type of event, with the digests of files that were written before it."}},"required":["seq","prev","at","type","run_id"]};
const schema38 = {"enum":["preflight","before","do","after","undo","evidence"],"description":"Where in a node's run something is started. before and after: `verify`, before the steps and after them. do: a step. undo: what takes a step back."};
const schema39 = {"type":"integer","minimum":1,"maximum":100,"description":"One-based place in the list of a step with `for-each`. Absent: 1, or no list."};

function validate9(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/event.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate9.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.seq === undefined) || (!(func0.call(data, "seq")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "seq"},message:"must have required property '"+"seq"+"'",schema:schema32.required,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.prev === undefined) || (!(func0.call(data, "prev")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "prev"},message:"must have required property '"+"prev"+"'",schema:schema32.required,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.at === undefined) || (!(func0.call(data, "at")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "at"},message:"must have required property '"+"at"+"'",schema:schema32.required,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.type === undefined) || (!(func0.call(data, "type")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema32.required,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.run_id === undefined) || (!(func0.call(data, "run_id")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "run_id"},message:"must have required property '"+"run_id"+"'",schema:schema32.required,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema32.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.seq !== undefined && func0.call(data, "seq")){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err6 = {instancePath:instancePath+"/seq",schemaPath:"#/properties/seq/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.seq.type,parentSchema:schema32.properties.seq,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
const err7 = {instancePath:instancePath+"/seq",schemaPath:"#/properties/seq/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema32.properties.seq,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.prev !== undefined && func0.call(data, "prev")){
let data1 = data.prev;
if(typeof data1 === "string"){
if(!pattern14.test(data1)){
const err8 = {instancePath:instancePath+"/prev",schemaPath:"common.json#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema25,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/prev",schemaPath:"common.json#/$defs/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.type,parentSchema:schema25,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.at !== undefined && func0.call(data, "at")){
let data2 = data.at;
if(typeof data2 === "string"){
if(!pattern10.test(data2)){
const err10 = {instancePath:instancePath+"/at",schemaPath:"common.json#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$",parentSchema:schema20,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/at",schemaPath:"common.json#/$defs/timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.type !== undefined && func0.call(data, "type")){
let data3 = data.type;
if(!((((((((((((data3 === "run-started") || (data3 === "plan")) || (data3 === "refused")) || (data3 === "prepared")) || (data3 === "tried")) || (data3 === "started")) || (data3 === "ended")) || (data3 === "node-ended")) || (data3 === "cancel-requested")) || (data3 === "run-ended")) || (data3 === "collect-requested")) || (data3 === "collected"))){
const err12 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema32.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema32.properties.type.enum,parentSchema:schema32.properties.type,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.run_id !== undefined && func0.call(data, "run_id")){
let data4 = data.run_id;
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
const err13 = {instancePath:instancePath+"/run_id",schemaPath:"common.json#/$defs/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"+"\"",schema:"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",parentSchema:schema2,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/run_id",schemaPath:"common.json#/$defs/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.type,parentSchema:schema2,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.node !== undefined && func0.call(data, "node")){
let data5 = data.node;
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
const err15 = {instancePath:instancePath+"/node",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/node",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.step !== undefined && func0.call(data, "step")){
let data6 = data.step;
if(typeof data6 === "string"){
if(!pattern5.test(data6)){
const err17 = {instancePath:instancePath+"/step",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/step",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.phase !== undefined && func0.call(data, "phase")){
let data7 = data.phase;
if(!((((((data7 === "preflight") || (data7 === "before")) || (data7 === "do")) || (data7 === "after")) || (data7 === "undo")) || (data7 === "evidence"))){
const err19 = {instancePath:instancePath+"/phase",schemaPath:"common.json#/$defs/flowPhase/enum",keyword:"enum",params:{allowedValues: schema38.enum},message:"must be equal to one of the allowed values",schema:schema38.enum,parentSchema:schema38,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.iteration !== undefined && func0.call(data, "iteration")){
let data8 = data.iteration;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err20 = {instancePath:instancePath+"/iteration",schemaPath:"common.json#/$defs/iteration/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.type,parentSchema:schema39,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 100 || isNaN(data8)){
const err21 = {instancePath:instancePath+"/iteration",schemaPath:"common.json#/$defs/iteration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema39,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data8 < 1 || isNaN(data8)){
const err22 = {instancePath:instancePath+"/iteration",schemaPath:"common.json#/$defs/iteration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema39,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.attempt !== undefined && func0.call(data, "attempt")){
let data9 = data.attempt;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err23 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.attempt.type,parentSchema:schema32.properties.attempt,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
const err24 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema32.properties.attempt,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.executed !== undefined && func0.call(data, "executed")){
let data10 = data.executed;
if(!(((data10 === "no") || (data10 === "yes")) || (data10 === "unknown"))){
const err25 = {instancePath:instancePath+"/executed",schemaPath:"common.json#/$defs/executed/enum",keyword:"enum",params:{allowedValues: schema22.enum},message:"must be equal to one of the allowed values",schema:schema22.enum,parentSchema:schema22,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.kind !== undefined && func0.call(data, "kind")){
let data11 = data.kind;
if(typeof data11 === "string"){
if(func8(data11) > 64){
const err26 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema32.properties.kind,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.kind.type,parentSchema:schema32.properties.kind,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.data !== undefined && func0.call(data, "data")){
let data12 = data.data;
if(!(data12 && typeof data12 == "object" && !Array.isArray(data12))){
const err28 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.data.type,parentSchema:schema32.properties.data,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
validate9.errors = vErrors;
return errors === 0;
}
validate9.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape7 = validate10;
const schema41 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/fixture-expect.json","title":"FixtureExpect","description":"plugins/<module>/tests/<action>/<case>/expect.json: what the action has to answer. Exactly one of output and error.","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string","maxLength":500,"description":"For editors."},"exit":{"type":"integer","minimum":0,"maximum":255,"description":"The exit status."},"output":{"type":"object","description":"What output_data has to hold at least: named fields of objects, lists item by item and as long as here, everything else equal."},"error":{"type":"object","additionalProperties":false,"properties":{"code":{"type":"integer","minimum":1,"maximum":2147483647,"description":"The code of the plugin's error."},"message":{"type":"string","minLength":1,"maxLength":1000,"description":"A part of its message."}},"required":["code"],"description":"The error that the plugin has to report."},"unchanged":{"type":"array","items":{"type":"string","maxLength":4096,"pattern":"^/.*$","description":"An absolute path."},"maxItems":64,"description":"Files and folders of this machine that must not be changed. A dry run must not change its working folder either."}},"required":["exit"]};
const pattern24 = func10("^/.*$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/fixture-expect.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate10.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.exit === undefined) || (!(func0.call(data, "exit")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "exit"},message:"must have required property '"+"exit"+"'",schema:schema41.required,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((((key0 === "$schema") || (key0 === "exit")) || (key0 === "output")) || (key0 === "error")) || (key0 === "unchanged"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.$schema !== undefined && func0.call(data, "$schema")){
let data0 = data.$schema;
if(typeof data0 === "string"){
if(func8(data0) > 500){
const err2 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema41.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.properties.$schema.type,parentSchema:schema41.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.exit !== undefined && func0.call(data, "exit")){
let data1 = data.exit;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/exit",schemaPath:"#/properties/exit/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema41.properties.exit.type,parentSchema:schema41.properties.exit,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 255 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/exit",schemaPath:"#/properties/exit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255",schema:255,parentSchema:schema41.properties.exit,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/exit",schemaPath:"#/properties/exit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema41.properties.exit,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.output !== undefined && func0.call(data, "output")){
let data2 = data.output;
if(!(data2 && typeof data2 == "object" && !Array.isArray(data2))){
const err7 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema41.properties.output.type,parentSchema:schema41.properties.output,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.error !== undefined && func0.call(data, "error")){
let data3 = data.error;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if((data3.code === undefined) || (!(func0.call(data3, "code")))){
const err8 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'",schema:schema41.properties.error.required,parentSchema:schema41.properties.error,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 of Object.keys(data3)){
if(!((key1 === "code") || (key1 === "message"))){
const err9 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema41.properties.error,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.code !== undefined && func0.call(data3, "code")){
let data4 = data3.code;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/error/code",schemaPath:"#/properties/error/properties/code/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema41.properties.error.properties.code.type,parentSchema:schema41.properties.error.properties.code,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 2147483647 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/error/code",schemaPath:"#/properties/error/properties/code/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema41.properties.error.properties.code,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/error/code",schemaPath:"#/properties/error/properties/code/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema41.properties.error.properties.code,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data3.message !== undefined && func0.call(data3, "message")){
let data5 = data3.message;
if(typeof data5 === "string"){
if(func8(data5) > 1000){
const err13 = {instancePath:instancePath+"/error/message",schemaPath:"#/properties/error/properties/message/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema41.properties.error.properties.message,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(func8(data5) < 1){
const err14 = {instancePath:instancePath+"/error/message",schemaPath:"#/properties/error/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema41.properties.error.properties.message,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/error/message",schemaPath:"#/properties/error/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.properties.error.properties.message.type,parentSchema:schema41.properties.error.properties.message,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema41.properties.error.type,parentSchema:schema41.properties.error,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.unchanged !== undefined && func0.call(data, "unchanged")){
let data6 = data.unchanged;
if(Array.isArray(data6)){
if(data6.length > 64){
const err17 = {instancePath:instancePath+"/unchanged",schemaPath:"#/properties/unchanged/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items",schema:64,parentSchema:schema41.properties.unchanged,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(typeof data7 === "string"){
if(func8(data7) > 4096){
const err18 = {instancePath:instancePath+"/unchanged/" + i0,schemaPath:"#/properties/unchanged/items/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters",schema:4096,parentSchema:schema41.properties.unchanged.items,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern24.test(data7)){
const err19 = {instancePath:instancePath+"/unchanged/" + i0,schemaPath:"#/properties/unchanged/items/pattern",keyword:"pattern",params:{pattern: "^/.*$"},message:"must match pattern \""+"^/.*$"+"\"",schema:"^/.*$",parentSchema:schema41.properties.unchanged.items,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/unchanged/" + i0,schemaPath:"#/properties/unchanged/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.properties.unchanged.items.type,parentSchema:schema41.properties.unchanged.items,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/unchanged",schemaPath:"#/properties/unchanged/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema41.properties.unchanged.type,parentSchema:schema41.properties.unchanged,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema41.type,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
validate10.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape8 = validate11;
const schema42 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/fixture-input.json","title":"FixtureInput","description":"plugins/<module>/tests/<action>/<case>/input.json: what a contract test gives to the action.","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string","maxLength":500,"description":"For editors."},"params":{"type":"object","maxProperties":64,"description":"The input parameters; declared defaults are added, as in a run."},"context":{"type":"object","properties":{"dry_run":{"type":"boolean","description":"Asks for a dry run. Default false."}},"description":"Added to the context that a run gives: node, step, attempt, dry_run, triggered_by."}},"required":["params"]};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/fixture-input.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate11.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.params === undefined) || (!(func0.call(data, "params")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "params"},message:"must have required property '"+"params"+"'",schema:schema42.required,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((key0 === "$schema") || (key0 === "params")) || (key0 === "context"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.$schema !== undefined && func0.call(data, "$schema")){
let data0 = data.$schema;
if(typeof data0 === "string"){
if(func8(data0) > 500){
const err2 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema42.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.$schema.type,parentSchema:schema42.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.params !== undefined && func0.call(data, "params")){
let data1 = data.params;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length > 64){
const err4 = {instancePath:instancePath+"/params",schemaPath:"#/properties/params/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema42.properties.params,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/params",schemaPath:"#/properties/params/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.properties.params.type,parentSchema:schema42.properties.params,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.context !== undefined && func0.call(data, "context")){
let data2 = data.context;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.dry_run !== undefined && func0.call(data2, "dry_run")){
let data3 = data2.dry_run;
if(typeof data3 !== "boolean"){
const err6 = {instancePath:instancePath+"/context/dry_run",schemaPath:"#/properties/context/properties/dry_run/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema42.properties.context.properties.dry_run.type,parentSchema:schema42.properties.context.properties.dry_run,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.properties.context.type,parentSchema:schema42.properties.context,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.type,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}
validate11.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape9 = validate12;
const schema43 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/inventory.json","title":"Inventory","description":"The nodes. A node's address comes from here and nowhere else. inventory.yaml.","type":"object","additionalProperties":false,"properties":{"defaults":{"type":"object","additionalProperties":false,"properties":{"transport":{"$ref":"common.json#/$defs/transport"},"ssh":{"$ref":"#/$defs/ssh"},"labels":{"$ref":"common.json#/$defs/labels"}},"description":"Used where a node says nothing."},"nodes":{"type":"object","maxProperties":10000,"propertyNames":{"pattern":"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},"additionalProperties":{"$ref":"#/$defs/node"},"description":"Nodes by name."}},"required":["nodes"],"$defs":{"ssh":{"title":"SshSettings","type":"object","additionalProperties":false,"properties":{"user":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_.-]{0,63}$","description":"The login user."},"port":{"type":"integer","minimum":1,"maximum":65535,"description":"The port of sshd. Default 22."},"host-key":{"type":["string","array"],"maxLength":2000,"pattern":"^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}( [ -~]*)?$","minItems":1,"maxItems":10,"items":{"type":"string","maxLength":2000,"pattern":"^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}( [ -~]*)?$"},"description":"The node's public host key, as in a .pub file, or a list of them. Without one here or in known-hosts the node is never connected to."},"known-hosts":{"type":"string","maxLength":200,"pattern":"^known_hosts(\\.d/[A-Za-z0-9][A-Za-z0-9._-]*)?$","description":"A file of the project in OpenSSH's known_hosts format: known_hosts, or one in known_hosts.d/. Looked up by address and port; its @revoked keys are refused even where host-key has them."},"identity-file":{"type":"string","maxLength":500,"description":"Path of the private key, relative to the project. An OpenSSH certificate beside it, PATH-cert.pub, is used with it. --ssh-key wins."},"agent":{"type":"boolean","description":"Sign with the keys of the ssh-agent at SSH_AUTH_SOCK; it is never forwarded. Default false. Not together with identity-file."},"jump":{"$ref":"common.json#/$defs/id","description":"The node through which this one is reached; it may itself have a jump. Under defaults it does not apply to that node and those before it."},"gate":{"type":"boolean","description":"The key's forced command on the node is RUNE's gate (`rune gate`): only what its allow list has can be run. Default false."}},"description":"How a node is reached over SSH."},"node":{"title":"InventoryNode","type":"object","additionalProperties":false,"properties":{"address":{"type":"string","maxLength":253,"pattern":"^([A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","description":"Host name or IP address, without user, port or scheme. Default for ssh: the node's name."},"labels":{"$ref":"common.json#/$defs/labels"},"transport":{"$ref":"common.json#/$defs/transport","description":"How the node is reached. Default ssh."},"ssh":{"$ref":"#/$defs/ssh"},"ssm":{"type":"object","additionalProperties":false,"properties":{"instance-id":{"type":"string","pattern":"^(i-([0-9a-f]{8}|[0-9a-f]{17})|mi-[0-9a-f]{17})$","description":"The id of the EC2 instance (i-...) or managed node (mi-...)."},"region":{"type":"string","pattern":"^[a-z]{2}(-[a-z]+)+-[0-9]$","description":"The instance's region, such as eu-central-1."}},"required":["instance-id"],"description":"How a node is reached over AWS SSM."}},"description":"One node. Anything left out comes from `defaults`."}}};
const schema44 = {"enum":["ssh","openssh","ssm","local"],"description":"How the node is reached: openssh is the ssh program of this machine."};
const schema47 = {"type":"object","maxProperties":64,"propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9._-]{0,62}$"},"additionalProperties":{"type":"string","maxLength":128,"pattern":"^[A-Za-z0-9._:/@-]*$"},"description":"Labels that selectors match."};
const schema45 = {"title":"SshSettings","type":"object","additionalProperties":false,"properties":{"user":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_.-]{0,63}$","description":"The login user."},"port":{"type":"integer","minimum":1,"maximum":65535,"description":"The port of sshd. Default 22."},"host-key":{"type":["string","array"],"maxLength":2000,"pattern":"^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}( [ -~]*)?$","minItems":1,"maxItems":10,"items":{"type":"string","maxLength":2000,"pattern":"^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}( [ -~]*)?$"},"description":"The node's public host key, as in a .pub file, or a list of them. Without one here or in known-hosts the node is never connected to."},"known-hosts":{"type":"string","maxLength":200,"pattern":"^known_hosts(\\.d/[A-Za-z0-9][A-Za-z0-9._-]*)?$","description":"A file of the project in OpenSSH's known_hosts format: known_hosts, or one in known_hosts.d/. Looked up by address and port; its @revoked keys are refused even where host-key has them."},"identity-file":{"type":"string","maxLength":500,"description":"Path of the private key, relative to the project. An OpenSSH certificate beside it, PATH-cert.pub, is used with it. --ssh-key wins."},"agent":{"type":"boolean","description":"Sign with the keys of the ssh-agent at SSH_AUTH_SOCK; it is never forwarded. Default false. Not together with identity-file."},"jump":{"$ref":"common.json#/$defs/id","description":"The node through which this one is reached; it may itself have a jump. Under defaults it does not apply to that node and those before it."},"gate":{"type":"boolean","description":"The key's forced command on the node is RUNE's gate (`rune gate`): only what its allow list has can be run. Default false."}},"description":"How a node is reached over SSH."};
const pattern25 = func10("^[A-Za-z_][A-Za-z0-9_.-]{0,63}$", "u");
const pattern26 = func10("^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}( [ -~]*)?$", "u");
const pattern28 = func10("^known_hosts(\\.d/[A-Za-z0-9][A-Za-z0-9._-]*)?$", "u");

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate13.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 of Object.keys(data)){
if(!((((((((key0 === "user") || (key0 === "port")) || (key0 === "host-key")) || (key0 === "known-hosts")) || (key0 === "identity-file")) || (key0 === "agent")) || (key0 === "jump")) || (key0 === "gate"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.user !== undefined && func0.call(data, "user")){
let data0 = data.user;
if(typeof data0 === "string"){
if(!pattern25.test(data0)){
const err1 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_.-]{0,63}$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_.-]{0,63}$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_.-]{0,63}$",parentSchema:schema45.properties.user,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.user.type,parentSchema:schema45.properties.user,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.port !== undefined && func0.call(data, "port")){
let data1 = data.port;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema45.properties.port.type,parentSchema:schema45.properties.port,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 65535 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema45.properties.port,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema45.properties.port,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data["host-key"] !== undefined && func0.call(data, "host-key")){
let data2 = data["host-key"];
if((typeof data2 !== "string") && (!(Array.isArray(data2)))){
const err6 = {instancePath:instancePath+"/host-key",schemaPath:"#/properties/host-key/type",keyword:"type",params:{type: schema45.properties["host-key"].type},message:"must be string,array",schema:schema45.properties["host-key"].type,parentSchema:schema45.properties["host-key"],data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data2 === "string"){
if(func8(data2) > 2000){
const err7 = {instancePath:instancePath+"/host-key",schemaPath:"#/properties/host-key/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema45.properties["host-key"],data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern26.test(data2)){
const err8 = {instancePath:instancePath+"/host-key",schemaPath:"#/properties/host-key/pattern",keyword:"pattern",params:{pattern: "^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}( [ -~]*)?$"},message:"must match pattern \""+"^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}( [ -~]*)?$"+"\"",schema:"^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}( [ -~]*)?$",parentSchema:schema45.properties["host-key"],data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(Array.isArray(data2)){
if(data2.length > 10){
const err9 = {instancePath:instancePath+"/host-key",schemaPath:"#/properties/host-key/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items",schema:10,parentSchema:schema45.properties["host-key"],data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2.length < 1){
const err10 = {instancePath:instancePath+"/host-key",schemaPath:"#/properties/host-key/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema45.properties["host-key"],data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(func8(data3) > 2000){
const err11 = {instancePath:instancePath+"/host-key/" + i0,schemaPath:"#/properties/host-key/items/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema45.properties["host-key"].items,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern26.test(data3)){
const err12 = {instancePath:instancePath+"/host-key/" + i0,schemaPath:"#/properties/host-key/items/pattern",keyword:"pattern",params:{pattern: "^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}( [ -~]*)?$"},message:"must match pattern \""+"^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}( [ -~]*)?$"+"\"",schema:"^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}( [ -~]*)?$",parentSchema:schema45.properties["host-key"].items,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/host-key/" + i0,schemaPath:"#/properties/host-key/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties["host-key"].items.type,parentSchema:schema45.properties["host-key"].items,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
if(data["known-hosts"] !== undefined && func0.call(data, "known-hosts")){
let data4 = data["known-hosts"];
if(typeof data4 === "string"){
if(func8(data4) > 200){
const err14 = {instancePath:instancePath+"/known-hosts",schemaPath:"#/properties/known-hosts/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema45.properties["known-hosts"],data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern28.test(data4)){
const err15 = {instancePath:instancePath+"/known-hosts",schemaPath:"#/properties/known-hosts/pattern",keyword:"pattern",params:{pattern: "^known_hosts(\\.d/[A-Za-z0-9][A-Za-z0-9._-]*)?$"},message:"must match pattern \""+"^known_hosts(\\.d/[A-Za-z0-9][A-Za-z0-9._-]*)?$"+"\"",schema:"^known_hosts(\\.d/[A-Za-z0-9][A-Za-z0-9._-]*)?$",parentSchema:schema45.properties["known-hosts"],data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/known-hosts",schemaPath:"#/properties/known-hosts/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties["known-hosts"].type,parentSchema:schema45.properties["known-hosts"],data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data["identity-file"] !== undefined && func0.call(data, "identity-file")){
let data5 = data["identity-file"];
if(typeof data5 === "string"){
if(func8(data5) > 500){
const err17 = {instancePath:instancePath+"/identity-file",schemaPath:"#/properties/identity-file/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema45.properties["identity-file"],data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/identity-file",schemaPath:"#/properties/identity-file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties["identity-file"].type,parentSchema:schema45.properties["identity-file"],data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.agent !== undefined && func0.call(data, "agent")){
let data6 = data.agent;
if(typeof data6 !== "boolean"){
const err19 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema45.properties.agent.type,parentSchema:schema45.properties.agent,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.jump !== undefined && func0.call(data, "jump")){
let data7 = data.jump;
if(typeof data7 === "string"){
if(!pattern5.test(data7)){
const err20 = {instancePath:instancePath+"/jump",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/jump",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.gate !== undefined && func0.call(data, "gate")){
let data8 = data.gate;
if(typeof data8 !== "boolean"){
const err22 = {instancePath:instancePath+"/gate",schemaPath:"#/properties/gate/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema45.properties.gate.type,parentSchema:schema45.properties.gate,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.type,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}
validate13.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema48 = {"title":"InventoryNode","type":"object","additionalProperties":false,"properties":{"address":{"type":"string","maxLength":253,"pattern":"^([A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","description":"Host name or IP address, without user, port or scheme. Default for ssh: the node's name."},"labels":{"$ref":"common.json#/$defs/labels"},"transport":{"$ref":"common.json#/$defs/transport","description":"How the node is reached. Default ssh."},"ssh":{"$ref":"#/$defs/ssh"},"ssm":{"type":"object","additionalProperties":false,"properties":{"instance-id":{"type":"string","pattern":"^(i-([0-9a-f]{8}|[0-9a-f]{17})|mi-[0-9a-f]{17})$","description":"The id of the EC2 instance (i-...) or managed node (mi-...)."},"region":{"type":"string","pattern":"^[a-z]{2}(-[a-z]+)+-[0-9]$","description":"The instance's region, such as eu-central-1."}},"required":["instance-id"],"description":"How a node is reached over AWS SSM."}},"description":"One node. Anything left out comes from `defaults`."};
const pattern33 = func10("^([A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$", "u");
const pattern30 = func10("^[A-Za-z][A-Za-z0-9._-]{0,62}$", "u");
const pattern31 = func10("^[A-Za-z0-9._:/@-]*$", "u");
const pattern36 = func10("^(i-([0-9a-f]{8}|[0-9a-f]{17})|mi-[0-9a-f]{17})$", "u");
const pattern37 = func10("^[a-z]{2}(-[a-z]+)+-[0-9]$", "u");

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate15.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 of Object.keys(data)){
if(!(((((key0 === "address") || (key0 === "labels")) || (key0 === "transport")) || (key0 === "ssh")) || (key0 === "ssm"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.address !== undefined && func0.call(data, "address")){
let data0 = data.address;
if(typeof data0 === "string"){
if(func8(data0) > 253){
const err1 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema48.properties.address,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern33.test(data0)){
const err2 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"+"\"",schema:"^([A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$",parentSchema:schema48.properties.address,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.address.type,parentSchema:schema48.properties.address,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.labels !== undefined && func0.call(data, "labels")){
let data1 = data.labels;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length > 64){
const err4 = {instancePath:instancePath+"/labels",schemaPath:"common.json#/$defs/labels/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema47,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 of Object.keys(data1)){
const _errs7 = errors;
if(typeof key1 === "string"){
if(!pattern30.test(key1)){
const err5 = {instancePath:instancePath+"/labels",schemaPath:"common.json#/$defs/labels/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9._-]{0,62}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9._-]{0,62}$"+"\"",schema:"^[A-Za-z][A-Za-z0-9._-]{0,62}$",parentSchema:schema47.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var valid2 = _errs7 === errors;
if(!valid2){
const err6 = {instancePath:instancePath+"/labels",schemaPath:"common.json#/$defs/labels/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema47.propertyNames,parentSchema:schema47,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
for(const key2 of Object.keys(data1)){
let data2 = data1[key2];
if(typeof data2 === "string"){
if(func8(data2) > 128){
const err7 = {instancePath:instancePath+"/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"common.json#/$defs/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema47.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern31.test(data2)){
const err8 = {instancePath:instancePath+"/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"common.json#/$defs/labels/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:/@-]*$"},message:"must match pattern \""+"^[A-Za-z0-9._:/@-]*$"+"\"",schema:"^[A-Za-z0-9._:/@-]*$",parentSchema:schema47.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"common.json#/$defs/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.additionalProperties.type,parentSchema:schema47.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/labels",schemaPath:"common.json#/$defs/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.type,parentSchema:schema47,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.transport !== undefined && func0.call(data, "transport")){
let data3 = data.transport;
if(!((((data3 === "ssh") || (data3 === "openssh")) || (data3 === "ssm")) || (data3 === "local"))){
const err11 = {instancePath:instancePath+"/transport",schemaPath:"common.json#/$defs/transport/enum",keyword:"enum",params:{allowedValues: schema44.enum},message:"must be equal to one of the allowed values",schema:schema44.enum,parentSchema:schema44,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.ssh !== undefined && func0.call(data, "ssh")){
if(!(validate13(data.ssh, {instancePath:instancePath+"/ssh",parentData:data,parentDataProperty:"ssh",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
if(data.ssm !== undefined && func0.call(data, "ssm")){
let data5 = data.ssm;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if((data5["instance-id"] === undefined) || (!(func0.call(data5, "instance-id")))){
const err12 = {instancePath:instancePath+"/ssm",schemaPath:"#/properties/ssm/required",keyword:"required",params:{missingProperty: "instance-id"},message:"must have required property '"+"instance-id"+"'",schema:schema48.properties.ssm.required,parentSchema:schema48.properties.ssm,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key3 of Object.keys(data5)){
if(!((key3 === "instance-id") || (key3 === "region"))){
const err13 = {instancePath:instancePath+"/ssm",schemaPath:"#/properties/ssm/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema48.properties.ssm,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data5["instance-id"] !== undefined && func0.call(data5, "instance-id")){
let data6 = data5["instance-id"];
if(typeof data6 === "string"){
if(!pattern36.test(data6)){
const err14 = {instancePath:instancePath+"/ssm/instance-id",schemaPath:"#/properties/ssm/properties/instance-id/pattern",keyword:"pattern",params:{pattern: "^(i-([0-9a-f]{8}|[0-9a-f]{17})|mi-[0-9a-f]{17})$"},message:"must match pattern \""+"^(i-([0-9a-f]{8}|[0-9a-f]{17})|mi-[0-9a-f]{17})$"+"\"",schema:"^(i-([0-9a-f]{8}|[0-9a-f]{17})|mi-[0-9a-f]{17})$",parentSchema:schema48.properties.ssm.properties["instance-id"],data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/ssm/instance-id",schemaPath:"#/properties/ssm/properties/instance-id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.ssm.properties["instance-id"].type,parentSchema:schema48.properties.ssm.properties["instance-id"],data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data5.region !== undefined && func0.call(data5, "region")){
let data7 = data5.region;
if(typeof data7 === "string"){
if(!pattern37.test(data7)){
const err16 = {instancePath:instancePath+"/ssm/region",schemaPath:"#/properties/ssm/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]$"},message:"must match pattern \""+"^[a-z]{2}(-[a-z]+)+-[0-9]$"+"\"",schema:"^[a-z]{2}(-[a-z]+)+-[0-9]$",parentSchema:schema48.properties.ssm.properties.region,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/ssm/region",schemaPath:"#/properties/ssm/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.ssm.properties.region.type,parentSchema:schema48.properties.ssm.properties.region,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/ssm",schemaPath:"#/properties/ssm/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.properties.ssm.type,parentSchema:schema48.properties.ssm,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}
validate15.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/inventory.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate12.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.nodes === undefined) || (!(func0.call(data, "nodes")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'",schema:schema43.required,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((key0 === "defaults") || (key0 === "nodes"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.defaults !== undefined && func0.call(data, "defaults")){
let data0 = data.defaults;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 of Object.keys(data0)){
if(!(((key1 === "transport") || (key1 === "ssh")) || (key1 === "labels"))){
const err2 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema43.properties.defaults,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.transport !== undefined && func0.call(data0, "transport")){
let data1 = data0.transport;
if(!((((data1 === "ssh") || (data1 === "openssh")) || (data1 === "ssm")) || (data1 === "local"))){
const err3 = {instancePath:instancePath+"/defaults/transport",schemaPath:"common.json#/$defs/transport/enum",keyword:"enum",params:{allowedValues: schema44.enum},message:"must be equal to one of the allowed values",schema:schema44.enum,parentSchema:schema44,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.ssh !== undefined && func0.call(data0, "ssh")){
if(!(validate13(data0.ssh, {instancePath:instancePath+"/defaults/ssh",parentData:data0,parentDataProperty:"ssh",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
if(data0.labels !== undefined && func0.call(data0, "labels")){
let data3 = data0.labels;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 64){
const err4 = {instancePath:instancePath+"/defaults/labels",schemaPath:"common.json#/$defs/labels/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema47,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key2 of Object.keys(data3)){
const _errs11 = errors;
if(typeof key2 === "string"){
if(!pattern30.test(key2)){
const err5 = {instancePath:instancePath+"/defaults/labels",schemaPath:"common.json#/$defs/labels/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9._-]{0,62}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9._-]{0,62}$"+"\"",schema:"^[A-Za-z][A-Za-z0-9._-]{0,62}$",parentSchema:schema47.propertyNames,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var valid4 = _errs11 === errors;
if(!valid4){
const err6 = {instancePath:instancePath+"/defaults/labels",schemaPath:"common.json#/$defs/labels/propertyNames",keyword:"propertyNames",params:{propertyName: key2},message:"property name must be valid",schema:schema47.propertyNames,parentSchema:schema47,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
for(const key3 of Object.keys(data3)){
let data4 = data3[key3];
if(typeof data4 === "string"){
if(func8(data4) > 128){
const err7 = {instancePath:instancePath+"/defaults/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"common.json#/$defs/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema47.additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern31.test(data4)){
const err8 = {instancePath:instancePath+"/defaults/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"common.json#/$defs/labels/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:/@-]*$"},message:"must match pattern \""+"^[A-Za-z0-9._:/@-]*$"+"\"",schema:"^[A-Za-z0-9._:/@-]*$",parentSchema:schema47.additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/defaults/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"common.json#/$defs/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.additionalProperties.type,parentSchema:schema47.additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/defaults/labels",schemaPath:"common.json#/$defs/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.type,parentSchema:schema47,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.properties.defaults.type,parentSchema:schema43.properties.defaults,data:data0};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.nodes !== undefined && func0.call(data, "nodes")){
let data5 = data.nodes;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length > 10000){
const err12 = {instancePath:instancePath+"/nodes",schemaPath:"#/properties/nodes/maxProperties",keyword:"maxProperties",params:{limit: 10000},message:"must NOT have more than 10000 properties",schema:10000,parentSchema:schema43.properties.nodes,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key4 of Object.keys(data5)){
const _errs17 = errors;
if(typeof key4 === "string"){
if(!pattern5.test(key4)){
const err13 = {instancePath:instancePath+"/nodes",schemaPath:"#/properties/nodes/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema43.properties.nodes.propertyNames,data:key4,propertyName:key4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
var valid6 = _errs17 === errors;
if(!valid6){
const err14 = {instancePath:instancePath+"/nodes",schemaPath:"#/properties/nodes/propertyNames",keyword:"propertyNames",params:{propertyName: key4},message:"property name must be valid",schema:schema43.properties.nodes.propertyNames,parentSchema:schema43.properties.nodes,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
for(const key5 of Object.keys(data5)){
if(!(validate15(data5[key5], {instancePath:instancePath+"/nodes/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data5,parentDataProperty:key5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath:instancePath+"/nodes",schemaPath:"#/properties/nodes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.properties.nodes.type,parentSchema:schema43.properties.nodes,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}
validate12.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape10 = validate18;
const schema51 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/module.json","title":"Plugin module","description":"The short form of a module registration: the actions that a folder of plugins provides. plugins/<module>/module.yaml.","type":"object","additionalProperties":false,"properties":{"module":{"$ref":"common.json#/$defs/actionName","description":"The module's name; equals the folder's name."},"version":{"$ref":"common.json#/$defs/semver"},"description":{"type":"string","maxLength":500,"description":"What the module is for.","minLength":1},"owner":{"type":"string","maxLength":128,"description":"The team that answers for it."},"dependencies":{"type":"array","maxItems":64,"items":{"$ref":"#/$defs/dependency"},"description":"Modules of this project that this one relies on."},"actions":{"type":"object","minProperties":1,"maxProperties":200,"propertyNames":{"pattern":"^[a-z][a-z0-9_]{0,63}$"},"additionalProperties":{"$ref":"#/$defs/action"},"description":"Actions by name. Names are unique over all modules."}},"required":["module","version","description","actions"],"$defs":{"dependency":{"title":"ModuleDependency","type":"object","additionalProperties":false,"properties":{"module":{"$ref":"common.json#/$defs/actionName","description":"The name of the other module."},"version":{"type":"string","minLength":1,"maxLength":64,"description":"The versions that will do: 1.2.3, ^1.2.3, ~1.2.3, >=1.2.3 or <2.0.0; several joined by spaces must all hold. A pre-release fits only where one of them names a pre-release of the same version."},"optional":{"type":"boolean","description":"Works without it, as a degraded module. Default false: without it no action of this module can be used."}},"required":["module","version"],"description":"A module of the same project that has to be there, and its version."},"action":{"title":"ModuleAction","type":"object","additionalProperties":false,"properties":{"description":{"type":"string","maxLength":500,"description":"What it does, in a sentence.","minLength":1},"run":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$","description":"The script, a file of this folder."},"interpreter":{"enum":["bash","sh","python3","perl"],"default":"bash","description":"What runs the script on the node."},"effect":{"$ref":"common.json#/$defs/effect"},"become":{"type":"boolean","description":"Runs as root through sudo -n on the node. Default false."},"idempotent":{"type":"boolean","description":"A new attempt may follow one that is known to have ended. Default false."},"dry-run":{"type":"boolean","description":"Honours context.dry_run. Default false: a dry run stops before it."},"timeout":{"$ref":"common.json#/$defs/duration","description":"The time limit on the node, 1s to 24h. Default 60s."},"on-disconnect":{"enum":["stop","finish"],"description":"What happens to a running plugin when the runner is gone and nobody asks for it for a minute: it is stopped, or it may finish. Default stop."},"requires":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_][A-Za-z0-9._+-]{0,63}$"},"maxItems":32,"description":"Programs that must be on the node; checked before anything starts."},"privileges":{"type":"string","maxLength":500,"description":"Which rights it needs and for what, for the reviewer."},"input":{"type":"object","maxProperties":64,"propertyNames":{"pattern":"^[a-z][a-z0-9_]{0,63}$"},"additionalProperties":{"$ref":"common.json#/$defs/parameter"},"description":"Input parameters. Closed."},"output":{"type":"object","maxProperties":200,"propertyNames":{"pattern":"^[a-zA-Z][a-zA-Z0-9_]{0,63}$"},"additionalProperties":{"$ref":"common.json#/$defs/parameter"},"description":"Fields of output_data. The library's `message` is always allowed."},"errors":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"code":{"type":"integer","minimum":1,"maximum":2147483647,"description":"The plugin's error code."},"means":{"type":"string","maxLength":300,"minLength":1,"description":"What the code means, in a few words."}},"required":["code","means"]},"maxItems":64,"description":"The error codes that the plugin documents."}},"required":["description","run","effect"],"description":"One action: a script, what it takes, what it gives and what it may do."}}};
const schema52 = {"type":"string","pattern":"^[a-z][a-z0-9_]{0,63}$","description":"Lower case letters, digits and underscores, starting with a letter."};
const schema53 = {"type":"string","maxLength":64,"pattern":"^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$","description":"A semantic version, such as 1.2.0."};
const pattern38 = func10("^[a-z][a-z0-9_]{0,63}$", "u");
const pattern39 = func10("^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$", "u");
const schema54 = {"title":"ModuleDependency","type":"object","additionalProperties":false,"properties":{"module":{"$ref":"common.json#/$defs/actionName","description":"The name of the other module."},"version":{"type":"string","minLength":1,"maxLength":64,"description":"The versions that will do: 1.2.3, ^1.2.3, ~1.2.3, >=1.2.3 or <2.0.0; several joined by spaces must all hold. A pre-release fits only where one of them names a pre-release of the same version."},"optional":{"type":"boolean","description":"Works without it, as a degraded module. Default false: without it no action of this module can be used."}},"required":["module","version"],"description":"A module of the same project that has to be there, and its version."};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate19.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.module === undefined) || (!(func0.call(data, "module")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "module"},message:"must have required property '"+"module"+"'",schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.version === undefined) || (!(func0.call(data, "version")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((key0 === "module") || (key0 === "version")) || (key0 === "optional"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.module !== undefined && func0.call(data, "module")){
let data0 = data.module;
if(typeof data0 === "string"){
if(!pattern38.test(data0)){
const err3 = {instancePath:instancePath+"/module",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/module",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.version !== undefined && func0.call(data, "version")){
let data1 = data.version;
if(typeof data1 === "string"){
if(func8(data1) > 64){
const err5 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema54.properties.version,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func8(data1) < 1){
const err6 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema54.properties.version,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.version.type,parentSchema:schema54.properties.version,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.optional !== undefined && func0.call(data, "optional")){
let data2 = data.optional;
if(typeof data2 !== "boolean"){
const err8 = {instancePath:instancePath+"/optional",schemaPath:"#/properties/optional/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema54.properties.optional.type,parentSchema:schema54.properties.optional,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema54.type,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate19.errors = vErrors;
return errors === 0;
}
validate19.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema56 = {"title":"ModuleAction","type":"object","additionalProperties":false,"properties":{"description":{"type":"string","maxLength":500,"description":"What it does, in a sentence.","minLength":1},"run":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$","description":"The script, a file of this folder."},"interpreter":{"enum":["bash","sh","python3","perl"],"default":"bash","description":"What runs the script on the node."},"effect":{"$ref":"common.json#/$defs/effect"},"become":{"type":"boolean","description":"Runs as root through sudo -n on the node. Default false."},"idempotent":{"type":"boolean","description":"A new attempt may follow one that is known to have ended. Default false."},"dry-run":{"type":"boolean","description":"Honours context.dry_run. Default false: a dry run stops before it."},"timeout":{"$ref":"common.json#/$defs/duration","description":"The time limit on the node, 1s to 24h. Default 60s."},"on-disconnect":{"enum":["stop","finish"],"description":"What happens to a running plugin when the runner is gone and nobody asks for it for a minute: it is stopped, or it may finish. Default stop."},"requires":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_][A-Za-z0-9._+-]{0,63}$"},"maxItems":32,"description":"Programs that must be on the node; checked before anything starts."},"privileges":{"type":"string","maxLength":500,"description":"Which rights it needs and for what, for the reviewer."},"input":{"type":"object","maxProperties":64,"propertyNames":{"pattern":"^[a-z][a-z0-9_]{0,63}$"},"additionalProperties":{"$ref":"common.json#/$defs/parameter"},"description":"Input parameters. Closed."},"output":{"type":"object","maxProperties":200,"propertyNames":{"pattern":"^[a-zA-Z][a-zA-Z0-9_]{0,63}$"},"additionalProperties":{"$ref":"common.json#/$defs/parameter"},"description":"Fields of output_data. The library's `message` is always allowed."},"errors":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"code":{"type":"integer","minimum":1,"maximum":2147483647,"description":"The plugin's error code."},"means":{"type":"string","maxLength":300,"minLength":1,"description":"What the code means, in a few words."}},"required":["code","means"]},"maxItems":64,"description":"The error codes that the plugin documents."}},"required":["description","run","effect"],"description":"One action: a script, what it takes, what it gives and what it may do."};
const schema57 = {"enum":["read","change","destructive"],"description":"What the action may do to the node, declared by its author and reviewed."};
const schema58 = {"type":"string","pattern":"^[1-9][0-9]{0,5}(ms|s|m|h)$","description":"A whole number with a unit: 500ms, 60s, 5m, 1h."};
const pattern43 = func10("^[1-9][0-9]{0,5}(ms|s|m|h)$", "u");
const pattern44 = func10("^[A-Za-z0-9_][A-Za-z0-9._+-]{0,63}$", "u");
const pattern49 = func10("^[a-zA-Z][a-zA-Z0-9_]{0,63}$", "u");
const schema59 = {"type":"object","additionalProperties":false,"properties":{"type":{"enum":["string","integer","number","boolean","array","object"],"description":"The JSON type of the value. Exactly one."},"description":{"type":"string","maxLength":500,"description":"What the value means, in a sentence."},"enum":{"type":"array","minItems":1,"maxItems":200,"description":"The only values that are accepted."},"pattern":{"type":"string","maxLength":500,"description":"A regular expression the whole string must match; anchor it with ^ and $. Matched in linear time (no look-around, no back references)."},"minLength":{"type":"integer","minimum":0,"maximum":1048576,"description":"The smallest number of characters."},"maxLength":{"type":"integer","minimum":0,"maximum":1048576,"description":"The largest number of characters."},"minimum":{"type":"number","description":"The smallest value."},"maximum":{"type":"number","description":"The largest value."},"items":{"$ref":"common.json#/$defs/valueSchema"},"minItems":{"type":"integer","minimum":0,"maximum":100000,"description":"The smallest number of entries."},"maxItems":{"type":"integer","minimum":0,"maximum":100000,"description":"The largest number of entries."},"uniqueItems":{"type":"boolean","description":"Whether every entry is different."},"additionalProperties":{"anyOf":[{"type":"boolean"},{"$ref":"common.json#/$defs/valueSchema"}],"description":"What other keys may hold: false for none (the default), true for anything, or a schema."},"maxProperties":{"type":"integer","minimum":0,"maximum":10000,"description":"The largest number of keys."},"properties":{"type":"object","maxProperties":200,"propertyNames":{"pattern":"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"},"additionalProperties":{"$ref":"common.json#/$defs/property"},"description":"The object's fields by name."},"default":{"description":"The value when none is given. Must be valid itself.","type":["string","number","boolean","array","object"]},"required":{"type":"boolean","description":"Whether a value must be given. Default false."}},"required":["type"],"description":"A parameter or an output field: JSON Schema keywords, and whether it must be given."};
const schema60 = {"type":"object","additionalProperties":false,"properties":{"type":{"enum":["string","integer","number","boolean","array","object"],"description":"The JSON type of the value. Exactly one."},"description":{"type":"string","maxLength":500,"description":"What the value means, in a sentence."},"enum":{"type":"array","minItems":1,"maxItems":200,"description":"The only values that are accepted."},"pattern":{"type":"string","maxLength":500,"description":"A regular expression the whole string must match; anchor it with ^ and $. Matched in linear time (no look-around, no back references)."},"minLength":{"type":"integer","minimum":0,"maximum":1048576,"description":"The smallest number of characters."},"maxLength":{"type":"integer","minimum":0,"maximum":1048576,"description":"The largest number of characters."},"minimum":{"type":"number","description":"The smallest value."},"maximum":{"type":"number","description":"The largest value."},"items":{"$ref":"common.json#/$defs/valueSchema"},"minItems":{"type":"integer","minimum":0,"maximum":100000,"description":"The smallest number of entries."},"maxItems":{"type":"integer","minimum":0,"maximum":100000,"description":"The largest number of entries."},"uniqueItems":{"type":"boolean","description":"Whether every entry is different."},"properties":{"type":"object","maxProperties":200,"propertyNames":{"pattern":"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"},"additionalProperties":{"$ref":"common.json#/$defs/property"},"description":"The object's fields by name."},"additionalProperties":{"anyOf":[{"type":"boolean"},{"$ref":"common.json#/$defs/valueSchema"}],"description":"What other keys may hold: false for none (the default), true for anything, or a schema."},"maxProperties":{"type":"integer","minimum":0,"maximum":10000,"description":"The largest number of keys."}},"required":["type"],"description":"What a value may be: JSON Schema keywords from a closed list. Objects are closed unless they say otherwise."};
const wrapper0 = {validate: validate23};
const pattern46 = func10("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$", "u");
const schema61 = {"type":"object","additionalProperties":false,"properties":{"type":{"enum":["string","integer","number","boolean","array","object"],"description":"The JSON type of the value. Exactly one."},"description":{"type":"string","maxLength":500,"description":"What the value means, in a sentence."},"enum":{"type":"array","minItems":1,"maxItems":200,"description":"The only values that are accepted."},"pattern":{"type":"string","maxLength":500,"description":"A regular expression the whole string must match; anchor it with ^ and $. Matched in linear time (no look-around, no back references)."},"minLength":{"type":"integer","minimum":0,"maximum":1048576,"description":"The smallest number of characters."},"maxLength":{"type":"integer","minimum":0,"maximum":1048576,"description":"The largest number of characters."},"minimum":{"type":"number","description":"The smallest value."},"maximum":{"type":"number","description":"The largest value."},"items":{"$ref":"common.json#/$defs/valueSchema"},"minItems":{"type":"integer","minimum":0,"maximum":100000,"description":"The smallest number of entries."},"maxItems":{"type":"integer","minimum":0,"maximum":100000,"description":"The largest number of entries."},"uniqueItems":{"type":"boolean","description":"Whether every entry is different."},"properties":{"type":"object","maxProperties":200,"propertyNames":{"pattern":"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"},"additionalProperties":{"$ref":"common.json#/$defs/property"},"description":"The object's fields by name."},"additionalProperties":{"anyOf":[{"type":"boolean"},{"$ref":"common.json#/$defs/valueSchema"}],"description":"What other keys may hold: false for none (the default), true for anything, or a schema."},"maxProperties":{"type":"integer","minimum":0,"maximum":10000,"description":"The largest number of keys."},"required":{"type":"boolean","description":"Whether the field must be there. Default false."}},"required":["type"],"description":"A field of an object: what it may be, and whether it must be there."};
const wrapper2 = {validate: validate24};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.type === undefined) || (!(func0.call(data, "type")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema61.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.type !== undefined && func0.call(data, "type")){
let data0 = data.type;
if(!((((((data0 === "string") || (data0 === "integer")) || (data0 === "number")) || (data0 === "boolean")) || (data0 === "array")) || (data0 === "object"))){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema61.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema61.properties.type.enum,parentSchema:schema61.properties.type,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined && func0.call(data, "description")){
let data1 = data.description;
if(typeof data1 === "string"){
if(func8(data1) > 500){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema61.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema61.properties.description.type,parentSchema:schema61.properties.description,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.enum !== undefined && func0.call(data, "enum")){
let data2 = data.enum;
if(Array.isArray(data2)){
if(data2.length > 200){
const err5 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items",schema:200,parentSchema:schema61.properties.enum,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema61.properties.enum,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema61.properties.enum.type,parentSchema:schema61.properties.enum,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.pattern !== undefined && func0.call(data, "pattern")){
let data3 = data.pattern;
if(typeof data3 === "string"){
if(func8(data3) > 500){
const err8 = {instancePath:instancePath+"/pattern",schemaPath:"#/properties/pattern/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema61.properties.pattern,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/pattern",schemaPath:"#/properties/pattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema61.properties.pattern.type,parentSchema:schema61.properties.pattern,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.minLength !== undefined && func0.call(data, "minLength")){
let data4 = data.minLength;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema61.properties.minLength.type,parentSchema:schema61.properties.minLength,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1048576 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576},message:"must be <= 1048576",schema:1048576,parentSchema:schema61.properties.minLength,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema61.properties.minLength,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.maxLength !== undefined && func0.call(data, "maxLength")){
let data5 = data.maxLength;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err13 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema61.properties.maxLength.type,parentSchema:schema61.properties.maxLength,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1048576 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576},message:"must be <= 1048576",schema:1048576,parentSchema:schema61.properties.maxLength,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema61.properties.maxLength,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.minimum !== undefined && func0.call(data, "minimum")){
let data6 = data.minimum;
if(!((typeof data6 == "number") && (isFinite(data6)))){
const err16 = {instancePath:instancePath+"/minimum",schemaPath:"#/properties/minimum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema61.properties.minimum.type,parentSchema:schema61.properties.minimum,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.maximum !== undefined && func0.call(data, "maximum")){
let data7 = data.maximum;
if(!((typeof data7 == "number") && (isFinite(data7)))){
const err17 = {instancePath:instancePath+"/maximum",schemaPath:"#/properties/maximum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema61.properties.maximum.type,parentSchema:schema61.properties.maximum,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.items !== undefined && func0.call(data, "items")){
if(!(wrapper0.validate(data.items, {instancePath:instancePath+"/items",parentData:data,parentDataProperty:"items",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
if(data.minItems !== undefined && func0.call(data, "minItems")){
let data9 = data.minItems;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err18 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema61.properties.minItems.type,parentSchema:schema61.properties.minItems,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 100000 || isNaN(data9)){
const err19 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema61.properties.minItems,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err20 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema61.properties.minItems,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.maxItems !== undefined && func0.call(data, "maxItems")){
let data10 = data.maxItems;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err21 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema61.properties.maxItems.type,parentSchema:schema61.properties.maxItems,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 100000 || isNaN(data10)){
const err22 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema61.properties.maxItems,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err23 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema61.properties.maxItems,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.uniqueItems !== undefined && func0.call(data, "uniqueItems")){
let data11 = data.uniqueItems;
if(typeof data11 !== "boolean"){
const err24 = {instancePath:instancePath+"/uniqueItems",schemaPath:"#/properties/uniqueItems/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema61.properties.uniqueItems.type,parentSchema:schema61.properties.uniqueItems,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.properties !== undefined && func0.call(data, "properties")){
let data12 = data.properties;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(Object.keys(data12).length > 200){
const err25 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/maxProperties",keyword:"maxProperties",params:{limit: 200},message:"must NOT have more than 200 properties",schema:200,parentSchema:schema61.properties.properties,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
for(const key1 of Object.keys(data12)){
const _errs26 = errors;
if(typeof key1 === "string"){
if(!pattern46.test(key1)){
const err26 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"},message:"must match pattern \""+"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"+"\"",schema:"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$",parentSchema:schema61.properties.properties.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
var valid1 = _errs26 === errors;
if(!valid1){
const err27 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema61.properties.properties.propertyNames,parentSchema:schema61.properties.properties,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
for(const key2 of Object.keys(data12)){
if(!(wrapper2.validate(data12[key2], {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data12,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? wrapper2.validate.errors : vErrors.concat(wrapper2.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err28 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.properties.properties.type,parentSchema:schema61.properties.properties,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.additionalProperties !== undefined && func0.call(data, "additionalProperties")){
let data14 = data.additionalProperties;
const _errs30 = errors;
let valid3 = false;
const _errs31 = errors;
if(typeof data14 !== "boolean"){
const err29 = {instancePath:instancePath+"/additionalProperties",schemaPath:"#/properties/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema61.properties.additionalProperties.anyOf[0].type,parentSchema:schema61.properties.additionalProperties.anyOf[0],data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var _valid0 = _errs31 === errors;
valid3 = valid3 || _valid0;
const _errs33 = errors;
if(!(wrapper0.validate(data14, {instancePath:instancePath+"/additionalProperties",parentData:data,parentDataProperty:"additionalProperties",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
var _valid0 = _errs33 === errors;
valid3 = valid3 || _valid0;
if(!valid3){
const err30 = {instancePath:instancePath+"/additionalProperties",schemaPath:"#/properties/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema61.properties.additionalProperties.anyOf,parentSchema:schema61.properties.additionalProperties,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
else {
errors = _errs30;
if(vErrors !== null){
if(_errs30){
vErrors.length = _errs30;
}
else {
vErrors = null;
}
}
}
}
if(data.maxProperties !== undefined && func0.call(data, "maxProperties")){
let data15 = data.maxProperties;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err31 = {instancePath:instancePath+"/maxProperties",schemaPath:"#/properties/maxProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema61.properties.maxProperties.type,parentSchema:schema61.properties.maxProperties,data:data15};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 10000 || isNaN(data15)){
const err32 = {instancePath:instancePath+"/maxProperties",schemaPath:"#/properties/maxProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema61.properties.maxProperties,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err33 = {instancePath:instancePath+"/maxProperties",schemaPath:"#/properties/maxProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema61.properties.maxProperties,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data.required !== undefined && func0.call(data, "required")){
let data16 = data.required;
if(typeof data16 !== "boolean"){
const err34 = {instancePath:instancePath+"/required",schemaPath:"#/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema61.properties.required.type,parentSchema:schema61.properties.required,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.type,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.type === undefined) || (!(func0.call(data, "type")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema60.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.type !== undefined && func0.call(data, "type")){
let data0 = data.type;
if(!((((((data0 === "string") || (data0 === "integer")) || (data0 === "number")) || (data0 === "boolean")) || (data0 === "array")) || (data0 === "object"))){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema60.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema60.properties.type.enum,parentSchema:schema60.properties.type,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined && func0.call(data, "description")){
let data1 = data.description;
if(typeof data1 === "string"){
if(func8(data1) > 500){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema60.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.description.type,parentSchema:schema60.properties.description,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.enum !== undefined && func0.call(data, "enum")){
let data2 = data.enum;
if(Array.isArray(data2)){
if(data2.length > 200){
const err5 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items",schema:200,parentSchema:schema60.properties.enum,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema60.properties.enum,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema60.properties.enum.type,parentSchema:schema60.properties.enum,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.pattern !== undefined && func0.call(data, "pattern")){
let data3 = data.pattern;
if(typeof data3 === "string"){
if(func8(data3) > 500){
const err8 = {instancePath:instancePath+"/pattern",schemaPath:"#/properties/pattern/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema60.properties.pattern,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/pattern",schemaPath:"#/properties/pattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.pattern.type,parentSchema:schema60.properties.pattern,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.minLength !== undefined && func0.call(data, "minLength")){
let data4 = data.minLength;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema60.properties.minLength.type,parentSchema:schema60.properties.minLength,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1048576 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576},message:"must be <= 1048576",schema:1048576,parentSchema:schema60.properties.minLength,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema60.properties.minLength,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.maxLength !== undefined && func0.call(data, "maxLength")){
let data5 = data.maxLength;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err13 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema60.properties.maxLength.type,parentSchema:schema60.properties.maxLength,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1048576 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576},message:"must be <= 1048576",schema:1048576,parentSchema:schema60.properties.maxLength,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema60.properties.maxLength,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.minimum !== undefined && func0.call(data, "minimum")){
let data6 = data.minimum;
if(!((typeof data6 == "number") && (isFinite(data6)))){
const err16 = {instancePath:instancePath+"/minimum",schemaPath:"#/properties/minimum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema60.properties.minimum.type,parentSchema:schema60.properties.minimum,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.maximum !== undefined && func0.call(data, "maximum")){
let data7 = data.maximum;
if(!((typeof data7 == "number") && (isFinite(data7)))){
const err17 = {instancePath:instancePath+"/maximum",schemaPath:"#/properties/maximum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema60.properties.maximum.type,parentSchema:schema60.properties.maximum,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.items !== undefined && func0.call(data, "items")){
if(!(wrapper0.validate(data.items, {instancePath:instancePath+"/items",parentData:data,parentDataProperty:"items",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
if(data.minItems !== undefined && func0.call(data, "minItems")){
let data9 = data.minItems;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err18 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema60.properties.minItems.type,parentSchema:schema60.properties.minItems,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 100000 || isNaN(data9)){
const err19 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema60.properties.minItems,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err20 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema60.properties.minItems,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.maxItems !== undefined && func0.call(data, "maxItems")){
let data10 = data.maxItems;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err21 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema60.properties.maxItems.type,parentSchema:schema60.properties.maxItems,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 100000 || isNaN(data10)){
const err22 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema60.properties.maxItems,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err23 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema60.properties.maxItems,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.uniqueItems !== undefined && func0.call(data, "uniqueItems")){
let data11 = data.uniqueItems;
if(typeof data11 !== "boolean"){
const err24 = {instancePath:instancePath+"/uniqueItems",schemaPath:"#/properties/uniqueItems/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema60.properties.uniqueItems.type,parentSchema:schema60.properties.uniqueItems,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.properties !== undefined && func0.call(data, "properties")){
let data12 = data.properties;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(Object.keys(data12).length > 200){
const err25 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/maxProperties",keyword:"maxProperties",params:{limit: 200},message:"must NOT have more than 200 properties",schema:200,parentSchema:schema60.properties.properties,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
for(const key1 of Object.keys(data12)){
const _errs26 = errors;
if(typeof key1 === "string"){
if(!pattern46.test(key1)){
const err26 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"},message:"must match pattern \""+"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"+"\"",schema:"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$",parentSchema:schema60.properties.properties.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
var valid1 = _errs26 === errors;
if(!valid1){
const err27 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema60.properties.properties.propertyNames,parentSchema:schema60.properties.properties,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
for(const key2 of Object.keys(data12)){
if(!(validate24(data12[key2], {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data12,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err28 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema60.properties.properties.type,parentSchema:schema60.properties.properties,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.additionalProperties !== undefined && func0.call(data, "additionalProperties")){
let data14 = data.additionalProperties;
const _errs30 = errors;
let valid3 = false;
const _errs31 = errors;
if(typeof data14 !== "boolean"){
const err29 = {instancePath:instancePath+"/additionalProperties",schemaPath:"#/properties/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema60.properties.additionalProperties.anyOf[0].type,parentSchema:schema60.properties.additionalProperties.anyOf[0],data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var _valid0 = _errs31 === errors;
valid3 = valid3 || _valid0;
const _errs33 = errors;
if(!(wrapper0.validate(data14, {instancePath:instancePath+"/additionalProperties",parentData:data,parentDataProperty:"additionalProperties",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
var _valid0 = _errs33 === errors;
valid3 = valid3 || _valid0;
if(!valid3){
const err30 = {instancePath:instancePath+"/additionalProperties",schemaPath:"#/properties/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema60.properties.additionalProperties.anyOf,parentSchema:schema60.properties.additionalProperties,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
else {
errors = _errs30;
if(vErrors !== null){
if(_errs30){
vErrors.length = _errs30;
}
else {
vErrors = null;
}
}
}
}
if(data.maxProperties !== undefined && func0.call(data, "maxProperties")){
let data15 = data.maxProperties;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err31 = {instancePath:instancePath+"/maxProperties",schemaPath:"#/properties/maxProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema60.properties.maxProperties.type,parentSchema:schema60.properties.maxProperties,data:data15};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 10000 || isNaN(data15)){
const err32 = {instancePath:instancePath+"/maxProperties",schemaPath:"#/properties/maxProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema60.properties.maxProperties,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err33 = {instancePath:instancePath+"/maxProperties",schemaPath:"#/properties/maxProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema60.properties.maxProperties,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema60.type,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.type === undefined) || (!(func0.call(data, "type")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema59.required,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema59.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.type !== undefined && func0.call(data, "type")){
let data0 = data.type;
if(!((((((data0 === "string") || (data0 === "integer")) || (data0 === "number")) || (data0 === "boolean")) || (data0 === "array")) || (data0 === "object"))){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema59.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema59.properties.type.enum,parentSchema:schema59.properties.type,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined && func0.call(data, "description")){
let data1 = data.description;
if(typeof data1 === "string"){
if(func8(data1) > 500){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema59.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.description.type,parentSchema:schema59.properties.description,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.enum !== undefined && func0.call(data, "enum")){
let data2 = data.enum;
if(Array.isArray(data2)){
if(data2.length > 200){
const err5 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items",schema:200,parentSchema:schema59.properties.enum,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema59.properties.enum,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema59.properties.enum.type,parentSchema:schema59.properties.enum,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.pattern !== undefined && func0.call(data, "pattern")){
let data3 = data.pattern;
if(typeof data3 === "string"){
if(func8(data3) > 500){
const err8 = {instancePath:instancePath+"/pattern",schemaPath:"#/properties/pattern/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema59.properties.pattern,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/pattern",schemaPath:"#/properties/pattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.pattern.type,parentSchema:schema59.properties.pattern,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.minLength !== undefined && func0.call(data, "minLength")){
let data4 = data.minLength;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.minLength.type,parentSchema:schema59.properties.minLength,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1048576 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576},message:"must be <= 1048576",schema:1048576,parentSchema:schema59.properties.minLength,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema59.properties.minLength,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.maxLength !== undefined && func0.call(data, "maxLength")){
let data5 = data.maxLength;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err13 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.maxLength.type,parentSchema:schema59.properties.maxLength,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1048576 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576},message:"must be <= 1048576",schema:1048576,parentSchema:schema59.properties.maxLength,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema59.properties.maxLength,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.minimum !== undefined && func0.call(data, "minimum")){
let data6 = data.minimum;
if(!((typeof data6 == "number") && (isFinite(data6)))){
const err16 = {instancePath:instancePath+"/minimum",schemaPath:"#/properties/minimum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema59.properties.minimum.type,parentSchema:schema59.properties.minimum,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.maximum !== undefined && func0.call(data, "maximum")){
let data7 = data.maximum;
if(!((typeof data7 == "number") && (isFinite(data7)))){
const err17 = {instancePath:instancePath+"/maximum",schemaPath:"#/properties/maximum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema59.properties.maximum.type,parentSchema:schema59.properties.maximum,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.items !== undefined && func0.call(data, "items")){
if(!(validate23(data.items, {instancePath:instancePath+"/items",parentData:data,parentDataProperty:"items",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.minItems !== undefined && func0.call(data, "minItems")){
let data9 = data.minItems;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err18 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.minItems.type,parentSchema:schema59.properties.minItems,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 100000 || isNaN(data9)){
const err19 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema59.properties.minItems,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err20 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema59.properties.minItems,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.maxItems !== undefined && func0.call(data, "maxItems")){
let data10 = data.maxItems;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err21 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.maxItems.type,parentSchema:schema59.properties.maxItems,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 100000 || isNaN(data10)){
const err22 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema59.properties.maxItems,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err23 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema59.properties.maxItems,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.uniqueItems !== undefined && func0.call(data, "uniqueItems")){
let data11 = data.uniqueItems;
if(typeof data11 !== "boolean"){
const err24 = {instancePath:instancePath+"/uniqueItems",schemaPath:"#/properties/uniqueItems/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema59.properties.uniqueItems.type,parentSchema:schema59.properties.uniqueItems,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.additionalProperties !== undefined && func0.call(data, "additionalProperties")){
let data12 = data.additionalProperties;
const _errs25 = errors;
let valid1 = false;
const _errs26 = errors;
if(typeof data12 !== "boolean"){
const err25 = {instancePath:instancePath+"/additionalProperties",schemaPath:"#/properties/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema59.properties.additionalProperties.anyOf[0].type,parentSchema:schema59.properties.additionalProperties.anyOf[0],data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid0 = _errs26 === errors;
valid1 = valid1 || _valid0;
const _errs28 = errors;
if(!(validate23(data12, {instancePath:instancePath+"/additionalProperties",parentData:data,parentDataProperty:"additionalProperties",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var _valid0 = _errs28 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err26 = {instancePath:instancePath+"/additionalProperties",schemaPath:"#/properties/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema59.properties.additionalProperties.anyOf,parentSchema:schema59.properties.additionalProperties,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
else {
errors = _errs25;
if(vErrors !== null){
if(_errs25){
vErrors.length = _errs25;
}
else {
vErrors = null;
}
}
}
}
if(data.maxProperties !== undefined && func0.call(data, "maxProperties")){
let data13 = data.maxProperties;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err27 = {instancePath:instancePath+"/maxProperties",schemaPath:"#/properties/maxProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.maxProperties.type,parentSchema:schema59.properties.maxProperties,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 10000 || isNaN(data13)){
const err28 = {instancePath:instancePath+"/maxProperties",schemaPath:"#/properties/maxProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema59.properties.maxProperties,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data13 < 0 || isNaN(data13)){
const err29 = {instancePath:instancePath+"/maxProperties",schemaPath:"#/properties/maxProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema59.properties.maxProperties,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
if(data.properties !== undefined && func0.call(data, "properties")){
let data14 = data.properties;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(Object.keys(data14).length > 200){
const err30 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/maxProperties",keyword:"maxProperties",params:{limit: 200},message:"must NOT have more than 200 properties",schema:200,parentSchema:schema59.properties.properties,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key1 of Object.keys(data14)){
const _errs33 = errors;
if(typeof key1 === "string"){
if(!pattern46.test(key1)){
const err31 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"},message:"must match pattern \""+"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"+"\"",schema:"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$",parentSchema:schema59.properties.properties.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
var valid2 = _errs33 === errors;
if(!valid2){
const err32 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema59.properties.properties.propertyNames,parentSchema:schema59.properties.properties,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
for(const key2 of Object.keys(data14)){
if(!(validate24(data14[key2], {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data14,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err33 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.properties.properties.type,parentSchema:schema59.properties.properties,data:data14};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.default !== undefined && func0.call(data, "default")){
let data16 = data.default;
if((((!data16 || typeof data16 != "object") && (typeof data16 !== "string")) && (!((typeof data16 == "number") && (isFinite(data16))))) && (typeof data16 !== "boolean")){
const err34 = {instancePath:instancePath+"/default",schemaPath:"#/properties/default/type",keyword:"type",params:{type: schema59.properties.default.type},message:"must be string,number,boolean,array,object",schema:schema59.properties.default.type,parentSchema:schema59.properties.default,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.required !== undefined && func0.call(data, "required")){
let data17 = data.required;
if(typeof data17 !== "boolean"){
const err35 = {instancePath:instancePath+"/required",schemaPath:"#/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema59.properties.required.type,parentSchema:schema59.properties.required,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.type,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.description === undefined) || (!(func0.call(data, "description")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "description"},message:"must have required property '"+"description"+"'",schema:schema56.required,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.run === undefined) || (!(func0.call(data, "run")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "run"},message:"must have required property '"+"run"+"'",schema:schema56.required,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.effect === undefined) || (!(func0.call(data, "effect")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "effect"},message:"must have required property '"+"effect"+"'",schema:schema56.required,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema56.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.description !== undefined && func0.call(data, "description")){
let data0 = data.description;
if(typeof data0 === "string"){
if(func8(data0) > 500){
const err4 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema56.properties.description,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func8(data0) < 1){
const err5 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema56.properties.description,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema56.properties.description.type,parentSchema:schema56.properties.description,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.run !== undefined && func0.call(data, "run")){
let data1 = data.run;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
const err7 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema56.properties.run,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema56.properties.run.type,parentSchema:schema56.properties.run,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.interpreter !== undefined && func0.call(data, "interpreter")){
let data2 = data.interpreter;
if(!((((data2 === "bash") || (data2 === "sh")) || (data2 === "python3")) || (data2 === "perl"))){
const err9 = {instancePath:instancePath+"/interpreter",schemaPath:"#/properties/interpreter/enum",keyword:"enum",params:{allowedValues: schema56.properties.interpreter.enum},message:"must be equal to one of the allowed values",schema:schema56.properties.interpreter.enum,parentSchema:schema56.properties.interpreter,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.effect !== undefined && func0.call(data, "effect")){
let data3 = data.effect;
if(!(((data3 === "read") || (data3 === "change")) || (data3 === "destructive"))){
const err10 = {instancePath:instancePath+"/effect",schemaPath:"common.json#/$defs/effect/enum",keyword:"enum",params:{allowedValues: schema57.enum},message:"must be equal to one of the allowed values",schema:schema57.enum,parentSchema:schema57,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.become !== undefined && func0.call(data, "become")){
let data4 = data.become;
if(typeof data4 !== "boolean"){
const err11 = {instancePath:instancePath+"/become",schemaPath:"#/properties/become/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema56.properties.become.type,parentSchema:schema56.properties.become,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.idempotent !== undefined && func0.call(data, "idempotent")){
let data5 = data.idempotent;
if(typeof data5 !== "boolean"){
const err12 = {instancePath:instancePath+"/idempotent",schemaPath:"#/properties/idempotent/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema56.properties.idempotent.type,parentSchema:schema56.properties.idempotent,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data["dry-run"] !== undefined && func0.call(data, "dry-run")){
let data6 = data["dry-run"];
if(typeof data6 !== "boolean"){
const err13 = {instancePath:instancePath+"/dry-run",schemaPath:"#/properties/dry-run/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema56.properties["dry-run"].type,parentSchema:schema56.properties["dry-run"],data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.timeout !== undefined && func0.call(data, "timeout")){
let data7 = data.timeout;
if(typeof data7 === "string"){
if(!pattern43.test(data7)){
const err14 = {instancePath:instancePath+"/timeout",schemaPath:"common.json#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5}(ms|s|m|h)$"},message:"must match pattern \""+"^[1-9][0-9]{0,5}(ms|s|m|h)$"+"\"",schema:"^[1-9][0-9]{0,5}(ms|s|m|h)$",parentSchema:schema58,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/timeout",schemaPath:"common.json#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.type,parentSchema:schema58,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data["on-disconnect"] !== undefined && func0.call(data, "on-disconnect")){
let data8 = data["on-disconnect"];
if(!((data8 === "stop") || (data8 === "finish"))){
const err16 = {instancePath:instancePath+"/on-disconnect",schemaPath:"#/properties/on-disconnect/enum",keyword:"enum",params:{allowedValues: schema56.properties["on-disconnect"].enum},message:"must be equal to one of the allowed values",schema:schema56.properties["on-disconnect"].enum,parentSchema:schema56.properties["on-disconnect"],data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.requires !== undefined && func0.call(data, "requires")){
let data9 = data.requires;
if(Array.isArray(data9)){
if(data9.length > 32){
const err17 = {instancePath:instancePath+"/requires",schemaPath:"#/properties/requires/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items",schema:32,parentSchema:schema56.properties.requires,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(typeof data10 === "string"){
if(!pattern44.test(data10)){
const err18 = {instancePath:instancePath+"/requires/" + i0,schemaPath:"#/properties/requires/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_][A-Za-z0-9._+-]{0,63}$"},message:"must match pattern \""+"^[A-Za-z0-9_][A-Za-z0-9._+-]{0,63}$"+"\"",schema:"^[A-Za-z0-9_][A-Za-z0-9._+-]{0,63}$",parentSchema:schema56.properties.requires.items,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/requires/" + i0,schemaPath:"#/properties/requires/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema56.properties.requires.items.type,parentSchema:schema56.properties.requires.items,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/requires",schemaPath:"#/properties/requires/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema56.properties.requires.type,parentSchema:schema56.properties.requires,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.privileges !== undefined && func0.call(data, "privileges")){
let data11 = data.privileges;
if(typeof data11 === "string"){
if(func8(data11) > 500){
const err21 = {instancePath:instancePath+"/privileges",schemaPath:"#/properties/privileges/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema56.properties.privileges,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/privileges",schemaPath:"#/properties/privileges/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema56.properties.privileges.type,parentSchema:schema56.properties.privileges,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.input !== undefined && func0.call(data, "input")){
let data12 = data.input;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(Object.keys(data12).length > 64){
const err23 = {instancePath:instancePath+"/input",schemaPath:"#/properties/input/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema56.properties.input,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
for(const key1 of Object.keys(data12)){
const _errs27 = errors;
if(typeof key1 === "string"){
if(!pattern38.test(key1)){
const err24 = {instancePath:instancePath+"/input",schemaPath:"#/properties/input/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema56.properties.input.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var valid5 = _errs27 === errors;
if(!valid5){
const err25 = {instancePath:instancePath+"/input",schemaPath:"#/properties/input/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema56.properties.input.propertyNames,parentSchema:schema56.properties.input,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
for(const key2 of Object.keys(data12)){
if(!(validate22(data12[key2], {instancePath:instancePath+"/input/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data12,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
const err26 = {instancePath:instancePath+"/input",schemaPath:"#/properties/input/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema56.properties.input.type,parentSchema:schema56.properties.input,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.output !== undefined && func0.call(data, "output")){
let data14 = data.output;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(Object.keys(data14).length > 200){
const err27 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/maxProperties",keyword:"maxProperties",params:{limit: 200},message:"must NOT have more than 200 properties",schema:200,parentSchema:schema56.properties.output,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key3 of Object.keys(data14)){
const _errs32 = errors;
if(typeof key3 === "string"){
if(!pattern49.test(key3)){
const err28 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-zA-Z][a-zA-Z0-9_]{0,63}$"+"\"",schema:"^[a-zA-Z][a-zA-Z0-9_]{0,63}$",parentSchema:schema56.properties.output.propertyNames,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
var valid7 = _errs32 === errors;
if(!valid7){
const err29 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/propertyNames",keyword:"propertyNames",params:{propertyName: key3},message:"property name must be valid",schema:schema56.properties.output.propertyNames,parentSchema:schema56.properties.output,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
for(const key4 of Object.keys(data14)){
if(!(validate22(data14[key4], {instancePath:instancePath+"/output/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data14,parentDataProperty:key4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
const err30 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema56.properties.output.type,parentSchema:schema56.properties.output,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.errors !== undefined && func0.call(data, "errors")){
let data16 = data.errors;
if(Array.isArray(data16)){
if(data16.length > 64){
const err31 = {instancePath:instancePath+"/errors",schemaPath:"#/properties/errors/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items",schema:64,parentSchema:schema56.properties.errors,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if((data17.code === undefined) || (!(func0.call(data17, "code")))){
const err32 = {instancePath:instancePath+"/errors/" + i1,schemaPath:"#/properties/errors/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'",schema:schema56.properties.errors.items.required,parentSchema:schema56.properties.errors.items,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((data17.means === undefined) || (!(func0.call(data17, "means")))){
const err33 = {instancePath:instancePath+"/errors/" + i1,schemaPath:"#/properties/errors/items/required",keyword:"required",params:{missingProperty: "means"},message:"must have required property '"+"means"+"'",schema:schema56.properties.errors.items.required,parentSchema:schema56.properties.errors.items,data:data17};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key5 of Object.keys(data17)){
if(!((key5 === "code") || (key5 === "means"))){
const err34 = {instancePath:instancePath+"/errors/" + i1,schemaPath:"#/properties/errors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema56.properties.errors.items,data:data17};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data17.code !== undefined && func0.call(data17, "code")){
let data18 = data17.code;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err35 = {instancePath:instancePath+"/errors/" + i1+"/code",schemaPath:"#/properties/errors/items/properties/code/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema56.properties.errors.items.properties.code.type,parentSchema:schema56.properties.errors.items.properties.code,data:data18};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 2147483647 || isNaN(data18)){
const err36 = {instancePath:instancePath+"/errors/" + i1+"/code",schemaPath:"#/properties/errors/items/properties/code/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema56.properties.errors.items.properties.code,data:data18};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data18 < 1 || isNaN(data18)){
const err37 = {instancePath:instancePath+"/errors/" + i1+"/code",schemaPath:"#/properties/errors/items/properties/code/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema56.properties.errors.items.properties.code,data:data18};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
if(data17.means !== undefined && func0.call(data17, "means")){
let data19 = data17.means;
if(typeof data19 === "string"){
if(func8(data19) > 300){
const err38 = {instancePath:instancePath+"/errors/" + i1+"/means",schemaPath:"#/properties/errors/items/properties/means/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema56.properties.errors.items.properties.means,data:data19};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(func8(data19) < 1){
const err39 = {instancePath:instancePath+"/errors/" + i1+"/means",schemaPath:"#/properties/errors/items/properties/means/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema56.properties.errors.items.properties.means,data:data19};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/errors/" + i1+"/means",schemaPath:"#/properties/errors/items/properties/means/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema56.properties.errors.items.properties.means.type,parentSchema:schema56.properties.errors.items.properties.means,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/errors/" + i1,schemaPath:"#/properties/errors/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema56.properties.errors.items.type,parentSchema:schema56.properties.errors.items,data:data17};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/errors",schemaPath:"#/properties/errors/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema56.properties.errors.type,parentSchema:schema56.properties.errors,data:data16};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema56.type,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/module.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate18.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.module === undefined) || (!(func0.call(data, "module")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "module"},message:"must have required property '"+"module"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.version === undefined) || (!(func0.call(data, "version")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.description === undefined) || (!(func0.call(data, "description")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "description"},message:"must have required property '"+"description"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.actions === undefined) || (!(func0.call(data, "actions")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "actions"},message:"must have required property '"+"actions"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((((key0 === "module") || (key0 === "version")) || (key0 === "description")) || (key0 === "owner")) || (key0 === "dependencies")) || (key0 === "actions"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.module !== undefined && func0.call(data, "module")){
let data0 = data.module;
if(typeof data0 === "string"){
if(!pattern38.test(data0)){
const err5 = {instancePath:instancePath+"/module",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/module",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.version !== undefined && func0.call(data, "version")){
let data1 = data.version;
if(typeof data1 === "string"){
if(func8(data1) > 64){
const err7 = {instancePath:instancePath+"/version",schemaPath:"common.json#/$defs/semver/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema53,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern39.test(data1)){
const err8 = {instancePath:instancePath+"/version",schemaPath:"common.json#/$defs/semver/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$"},message:"must match pattern \""+"^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$"+"\"",schema:"^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$",parentSchema:schema53,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/version",schemaPath:"common.json#/$defs/semver/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.type,parentSchema:schema53,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.description !== undefined && func0.call(data, "description")){
let data2 = data.description;
if(typeof data2 === "string"){
if(func8(data2) > 500){
const err10 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema51.properties.description,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func8(data2) < 1){
const err11 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema51.properties.description,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.description.type,parentSchema:schema51.properties.description,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.owner !== undefined && func0.call(data, "owner")){
let data3 = data.owner;
if(typeof data3 === "string"){
if(func8(data3) > 128){
const err13 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema51.properties.owner,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.owner.type,parentSchema:schema51.properties.owner,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.dependencies !== undefined && func0.call(data, "dependencies")){
let data4 = data.dependencies;
if(Array.isArray(data4)){
if(data4.length > 64){
const err15 = {instancePath:instancePath+"/dependencies",schemaPath:"#/properties/dependencies/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items",schema:64,parentSchema:schema51.properties.dependencies,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate19(data4[i0], {instancePath:instancePath+"/dependencies/" + i0,parentData:data4,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath:instancePath+"/dependencies",schemaPath:"#/properties/dependencies/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.dependencies.type,parentSchema:schema51.properties.dependencies,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.actions !== undefined && func0.call(data, "actions")){
let data6 = data.actions;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 200){
const err17 = {instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/maxProperties",keyword:"maxProperties",params:{limit: 200},message:"must NOT have more than 200 properties",schema:200,parentSchema:schema51.properties.actions,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(Object.keys(data6).length < 1){
const err18 = {instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema51.properties.actions,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key1 of Object.keys(data6)){
const _errs17 = errors;
if(typeof key1 === "string"){
if(!pattern38.test(key1)){
const err19 = {instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema51.properties.actions.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var valid5 = _errs17 === errors;
if(!valid5){
const err20 = {instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema51.properties.actions.propertyNames,parentSchema:schema51.properties.actions,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
for(const key2 of Object.keys(data6)){
if(!(validate21(data6[key2], {instancePath:instancePath+"/actions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data6,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err21 = {instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.actions.type,parentSchema:schema51.properties.actions,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.type,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate18.errors = vErrors;
return errors === 0;
}
validate18.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape11 = validate32;
const schema62 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/mrs.json","title":"MrsRegistration","description":"What a plugin module declares when it registers.","type":"object","properties":{"module_identity":{"type":"object","properties":{"module_name":{"type":"string","maxLength":64,"description":"Unique in the registry."},"module_class":{"type":"string","maxLength":64,"description":"The class of modules it belongs to."},"module_type":{"type":"string","maxLength":64,"description":"plugin_provider for plugins."},"module_version":{"$ref":"common.json#/$defs/semver"},"description":{"type":"string","maxLength":500,"description":"What the module is for."},"registration_timestamp":{"$ref":"common.json#/$defs/timestamp"}},"required":["module_name","module_class","module_type","module_version","description","registration_timestamp"],"description":"Which module this is."},"capability_declaration":{"type":"object","properties":{"provides_events":{"type":"array","items":{"type":"object","properties":{"event_type":{"type":"string","maxLength":128,"description":"ACTION.<action>, provided by one module only."},"description":{"type":"string","maxLength":500,"description":"What the action does."},"data_schema":{"type":"object","description":"JSON Schema of the action's output data."},"example_data":{},"schema_version":{"type":"string","maxLength":32,"description":"Version of this shape."},"backward_compatible":{"type":"boolean","description":"Whether readers of the version before can read it."}},"required":["event_type","description","data_schema","schema_version"]},"description":"One entry for each action."},"consumes_events":{"type":"array","items":{"type":"object","properties":{"event_type":{"type":"string","maxLength":128,"description":"The type of the event."}},"required":["event_type"]},"description":"Events that it listens to."},"service_metadata":{"type":"object","properties":{"owner_team":{"type":"string","maxLength":128,"description":"The team that answers for it."},"routing_hints":{"type":"object","description":"Where its files are and how it is usually reached."},"actions":{"type":"object","description":"Per action: effect, privileges, time limit, digest, and the state that it is in."}},"description":"What policies and people want to know."}},"required":["provides_events","consumes_events"],"description":"What it provides and needs."},"technical_requirements":{"type":"object","properties":{"supported_protocols":{"type":"array","items":{"type":"string","maxLength":32},"description":"rcs_v2 and bpcs_v1."},"dependencies":{"type":"array","items":{"type":"object","properties":{"module_name":{"type":"string","maxLength":64,"description":"The module."},"version_requirement":{"type":"string","maxLength":64,"description":"Versions that will do, as in the module's file."},"criticality":{"enum":["required","optional"],"description":"Whether it can work without."}},"required":["module_name"]},"description":"Modules that it needs."}},"required":["supported_protocols"],"description":"What it can speak and what it depends on."},"registration_metadata":{"type":"object","properties":{"registration_id":{"$ref":"common.json#/$defs/uuid","description":"The same files give the same id."},"registration_version":{"const":"1.0","description":"Version of the protocol."},"expires_at":{"$ref":"common.json#/$defs/timestamp","description":"When it stops being valid."},"update_mode":{"enum":["replace","merge","append"],"description":"What happens to an earlier registration of the module."},"registration_source":{"type":"string","maxLength":500,"description":"The file that it was made from."},"previous_registration_id":{"$ref":"common.json#/$defs/uuid","description":"The registration that this one follows."},"state":{"$ref":"common.json#/$defs/registryState"},"reasons":{"type":"array","items":{"type":"string","maxLength":5000},"description":"Why it is degraded or unavailable, one diagnostic a line."}},"required":["registration_id","registration_version","update_mode"],"description":"About the registration itself."}},"required":["module_identity","capability_declaration","technical_requirements","registration_metadata"]};
const schema68 = {"enum":["discovered","available","active","degraded","unavailable"],"description":"discovered: the folder was seen and is not judged yet. available: it can be used. active: this plan or run uses it. degraded: it can be used, with warnings. unavailable: it has problems, and nothing can be planned with it."};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/mrs.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate32.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.module_identity === undefined) || (!(func0.call(data, "module_identity")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "module_identity"},message:"must have required property '"+"module_identity"+"'",schema:schema62.required,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.capability_declaration === undefined) || (!(func0.call(data, "capability_declaration")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "capability_declaration"},message:"must have required property '"+"capability_declaration"+"'",schema:schema62.required,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.technical_requirements === undefined) || (!(func0.call(data, "technical_requirements")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "technical_requirements"},message:"must have required property '"+"technical_requirements"+"'",schema:schema62.required,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.registration_metadata === undefined) || (!(func0.call(data, "registration_metadata")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "registration_metadata"},message:"must have required property '"+"registration_metadata"+"'",schema:schema62.required,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.module_identity !== undefined && func0.call(data, "module_identity")){
let data0 = data.module_identity;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.module_name === undefined) || (!(func0.call(data0, "module_name")))){
const err4 = {instancePath:instancePath+"/module_identity",schemaPath:"#/properties/module_identity/required",keyword:"required",params:{missingProperty: "module_name"},message:"must have required property '"+"module_name"+"'",schema:schema62.properties.module_identity.required,parentSchema:schema62.properties.module_identity,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data0.module_class === undefined) || (!(func0.call(data0, "module_class")))){
const err5 = {instancePath:instancePath+"/module_identity",schemaPath:"#/properties/module_identity/required",keyword:"required",params:{missingProperty: "module_class"},message:"must have required property '"+"module_class"+"'",schema:schema62.properties.module_identity.required,parentSchema:schema62.properties.module_identity,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((data0.module_type === undefined) || (!(func0.call(data0, "module_type")))){
const err6 = {instancePath:instancePath+"/module_identity",schemaPath:"#/properties/module_identity/required",keyword:"required",params:{missingProperty: "module_type"},message:"must have required property '"+"module_type"+"'",schema:schema62.properties.module_identity.required,parentSchema:schema62.properties.module_identity,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((data0.module_version === undefined) || (!(func0.call(data0, "module_version")))){
const err7 = {instancePath:instancePath+"/module_identity",schemaPath:"#/properties/module_identity/required",keyword:"required",params:{missingProperty: "module_version"},message:"must have required property '"+"module_version"+"'",schema:schema62.properties.module_identity.required,parentSchema:schema62.properties.module_identity,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((data0.description === undefined) || (!(func0.call(data0, "description")))){
const err8 = {instancePath:instancePath+"/module_identity",schemaPath:"#/properties/module_identity/required",keyword:"required",params:{missingProperty: "description"},message:"must have required property '"+"description"+"'",schema:schema62.properties.module_identity.required,parentSchema:schema62.properties.module_identity,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((data0.registration_timestamp === undefined) || (!(func0.call(data0, "registration_timestamp")))){
const err9 = {instancePath:instancePath+"/module_identity",schemaPath:"#/properties/module_identity/required",keyword:"required",params:{missingProperty: "registration_timestamp"},message:"must have required property '"+"registration_timestamp"+"'",schema:schema62.properties.module_identity.required,parentSchema:schema62.properties.module_identity,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data0.module_name !== undefined && func0.call(data0, "module_name")){
let data1 = data0.module_name;
if(typeof data1 === "string"){
if(func8(data1) > 64){
const err10 = {instancePath:instancePath+"/module_identity/module_name",schemaPath:"#/properties/module_identity/properties/module_name/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema62.properties.module_identity.properties.module_name,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/module_identity/module_name",schemaPath:"#/properties/module_identity/properties/module_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.module_identity.properties.module_name.type,parentSchema:schema62.properties.module_identity.properties.module_name,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data0.module_class !== undefined && func0.call(data0, "module_class")){
let data2 = data0.module_class;
if(typeof data2 === "string"){
if(func8(data2) > 64){
const err12 = {instancePath:instancePath+"/module_identity/module_class",schemaPath:"#/properties/module_identity/properties/module_class/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema62.properties.module_identity.properties.module_class,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/module_identity/module_class",schemaPath:"#/properties/module_identity/properties/module_class/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.module_identity.properties.module_class.type,parentSchema:schema62.properties.module_identity.properties.module_class,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data0.module_type !== undefined && func0.call(data0, "module_type")){
let data3 = data0.module_type;
if(typeof data3 === "string"){
if(func8(data3) > 64){
const err14 = {instancePath:instancePath+"/module_identity/module_type",schemaPath:"#/properties/module_identity/properties/module_type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema62.properties.module_identity.properties.module_type,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/module_identity/module_type",schemaPath:"#/properties/module_identity/properties/module_type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.module_identity.properties.module_type.type,parentSchema:schema62.properties.module_identity.properties.module_type,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data0.module_version !== undefined && func0.call(data0, "module_version")){
let data4 = data0.module_version;
if(typeof data4 === "string"){
if(func8(data4) > 64){
const err16 = {instancePath:instancePath+"/module_identity/module_version",schemaPath:"common.json#/$defs/semver/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema53,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern39.test(data4)){
const err17 = {instancePath:instancePath+"/module_identity/module_version",schemaPath:"common.json#/$defs/semver/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$"},message:"must match pattern \""+"^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$"+"\"",schema:"^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$",parentSchema:schema53,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/module_identity/module_version",schemaPath:"common.json#/$defs/semver/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.type,parentSchema:schema53,data:data4};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data0.description !== undefined && func0.call(data0, "description")){
let data5 = data0.description;
if(typeof data5 === "string"){
if(func8(data5) > 500){
const err19 = {instancePath:instancePath+"/module_identity/description",schemaPath:"#/properties/module_identity/properties/description/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema62.properties.module_identity.properties.description,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/module_identity/description",schemaPath:"#/properties/module_identity/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.module_identity.properties.description.type,parentSchema:schema62.properties.module_identity.properties.description,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data0.registration_timestamp !== undefined && func0.call(data0, "registration_timestamp")){
let data6 = data0.registration_timestamp;
if(typeof data6 === "string"){
if(!pattern10.test(data6)){
const err21 = {instancePath:instancePath+"/module_identity/registration_timestamp",schemaPath:"common.json#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$",parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/module_identity/registration_timestamp",schemaPath:"common.json#/$defs/timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/module_identity",schemaPath:"#/properties/module_identity/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.module_identity.type,parentSchema:schema62.properties.module_identity,data:data0};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.capability_declaration !== undefined && func0.call(data, "capability_declaration")){
let data7 = data.capability_declaration;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if((data7.provides_events === undefined) || (!(func0.call(data7, "provides_events")))){
const err24 = {instancePath:instancePath+"/capability_declaration",schemaPath:"#/properties/capability_declaration/required",keyword:"required",params:{missingProperty: "provides_events"},message:"must have required property '"+"provides_events"+"'",schema:schema62.properties.capability_declaration.required,parentSchema:schema62.properties.capability_declaration,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((data7.consumes_events === undefined) || (!(func0.call(data7, "consumes_events")))){
const err25 = {instancePath:instancePath+"/capability_declaration",schemaPath:"#/properties/capability_declaration/required",keyword:"required",params:{missingProperty: "consumes_events"},message:"must have required property '"+"consumes_events"+"'",schema:schema62.properties.capability_declaration.required,parentSchema:schema62.properties.capability_declaration,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data7.provides_events !== undefined && func0.call(data7, "provides_events")){
let data8 = data7.provides_events;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if((data9.event_type === undefined) || (!(func0.call(data9, "event_type")))){
const err26 = {instancePath:instancePath+"/capability_declaration/provides_events/" + i0,schemaPath:"#/properties/capability_declaration/properties/provides_events/items/required",keyword:"required",params:{missingProperty: "event_type"},message:"must have required property '"+"event_type"+"'",schema:schema62.properties.capability_declaration.properties.provides_events.items.required,parentSchema:schema62.properties.capability_declaration.properties.provides_events.items,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((data9.description === undefined) || (!(func0.call(data9, "description")))){
const err27 = {instancePath:instancePath+"/capability_declaration/provides_events/" + i0,schemaPath:"#/properties/capability_declaration/properties/provides_events/items/required",keyword:"required",params:{missingProperty: "description"},message:"must have required property '"+"description"+"'",schema:schema62.properties.capability_declaration.properties.provides_events.items.required,parentSchema:schema62.properties.capability_declaration.properties.provides_events.items,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((data9.data_schema === undefined) || (!(func0.call(data9, "data_schema")))){
const err28 = {instancePath:instancePath+"/capability_declaration/provides_events/" + i0,schemaPath:"#/properties/capability_declaration/properties/provides_events/items/required",keyword:"required",params:{missingProperty: "data_schema"},message:"must have required property '"+"data_schema"+"'",schema:schema62.properties.capability_declaration.properties.provides_events.items.required,parentSchema:schema62.properties.capability_declaration.properties.provides_events.items,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((data9.schema_version === undefined) || (!(func0.call(data9, "schema_version")))){
const err29 = {instancePath:instancePath+"/capability_declaration/provides_events/" + i0,schemaPath:"#/properties/capability_declaration/properties/provides_events/items/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema62.properties.capability_declaration.properties.provides_events.items.required,parentSchema:schema62.properties.capability_declaration.properties.provides_events.items,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data9.event_type !== undefined && func0.call(data9, "event_type")){
let data10 = data9.event_type;
if(typeof data10 === "string"){
if(func8(data10) > 128){
const err30 = {instancePath:instancePath+"/capability_declaration/provides_events/" + i0+"/event_type",schemaPath:"#/properties/capability_declaration/properties/provides_events/items/properties/event_type/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema62.properties.capability_declaration.properties.provides_events.items.properties.event_type,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/capability_declaration/provides_events/" + i0+"/event_type",schemaPath:"#/properties/capability_declaration/properties/provides_events/items/properties/event_type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.capability_declaration.properties.provides_events.items.properties.event_type.type,parentSchema:schema62.properties.capability_declaration.properties.provides_events.items.properties.event_type,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data9.description !== undefined && func0.call(data9, "description")){
let data11 = data9.description;
if(typeof data11 === "string"){
if(func8(data11) > 500){
const err32 = {instancePath:instancePath+"/capability_declaration/provides_events/" + i0+"/description",schemaPath:"#/properties/capability_declaration/properties/provides_events/items/properties/description/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema62.properties.capability_declaration.properties.provides_events.items.properties.description,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/capability_declaration/provides_events/" + i0+"/description",schemaPath:"#/properties/capability_declaration/properties/provides_events/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.capability_declaration.properties.provides_events.items.properties.description.type,parentSchema:schema62.properties.capability_declaration.properties.provides_events.items.properties.description,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data9.data_schema !== undefined && func0.call(data9, "data_schema")){
let data12 = data9.data_schema;
if(!(data12 && typeof data12 == "object" && !Array.isArray(data12))){
const err34 = {instancePath:instancePath+"/capability_declaration/provides_events/" + i0+"/data_schema",schemaPath:"#/properties/capability_declaration/properties/provides_events/items/properties/data_schema/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.capability_declaration.properties.provides_events.items.properties.data_schema.type,parentSchema:schema62.properties.capability_declaration.properties.provides_events.items.properties.data_schema,data:data12};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data9.schema_version !== undefined && func0.call(data9, "schema_version")){
let data13 = data9.schema_version;
if(typeof data13 === "string"){
if(func8(data13) > 32){
const err35 = {instancePath:instancePath+"/capability_declaration/provides_events/" + i0+"/schema_version",schemaPath:"#/properties/capability_declaration/properties/provides_events/items/properties/schema_version/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema62.properties.capability_declaration.properties.provides_events.items.properties.schema_version,data:data13};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/capability_declaration/provides_events/" + i0+"/schema_version",schemaPath:"#/properties/capability_declaration/properties/provides_events/items/properties/schema_version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.capability_declaration.properties.provides_events.items.properties.schema_version.type,parentSchema:schema62.properties.capability_declaration.properties.provides_events.items.properties.schema_version,data:data13};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data9.backward_compatible !== undefined && func0.call(data9, "backward_compatible")){
let data14 = data9.backward_compatible;
if(typeof data14 !== "boolean"){
const err37 = {instancePath:instancePath+"/capability_declaration/provides_events/" + i0+"/backward_compatible",schemaPath:"#/properties/capability_declaration/properties/provides_events/items/properties/backward_compatible/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema62.properties.capability_declaration.properties.provides_events.items.properties.backward_compatible.type,parentSchema:schema62.properties.capability_declaration.properties.provides_events.items.properties.backward_compatible,data:data14};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/capability_declaration/provides_events/" + i0,schemaPath:"#/properties/capability_declaration/properties/provides_events/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.capability_declaration.properties.provides_events.items.type,parentSchema:schema62.properties.capability_declaration.properties.provides_events.items,data:data9};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/capability_declaration/provides_events",schemaPath:"#/properties/capability_declaration/properties/provides_events/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema62.properties.capability_declaration.properties.provides_events.type,parentSchema:schema62.properties.capability_declaration.properties.provides_events,data:data8};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data7.consumes_events !== undefined && func0.call(data7, "consumes_events")){
let data15 = data7.consumes_events;
if(Array.isArray(data15)){
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
let data16 = data15[i1];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if((data16.event_type === undefined) || (!(func0.call(data16, "event_type")))){
const err40 = {instancePath:instancePath+"/capability_declaration/consumes_events/" + i1,schemaPath:"#/properties/capability_declaration/properties/consumes_events/items/required",keyword:"required",params:{missingProperty: "event_type"},message:"must have required property '"+"event_type"+"'",schema:schema62.properties.capability_declaration.properties.consumes_events.items.required,parentSchema:schema62.properties.capability_declaration.properties.consumes_events.items,data:data16};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data16.event_type !== undefined && func0.call(data16, "event_type")){
let data17 = data16.event_type;
if(typeof data17 === "string"){
if(func8(data17) > 128){
const err41 = {instancePath:instancePath+"/capability_declaration/consumes_events/" + i1+"/event_type",schemaPath:"#/properties/capability_declaration/properties/consumes_events/items/properties/event_type/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema62.properties.capability_declaration.properties.consumes_events.items.properties.event_type,data:data17};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/capability_declaration/consumes_events/" + i1+"/event_type",schemaPath:"#/properties/capability_declaration/properties/consumes_events/items/properties/event_type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.capability_declaration.properties.consumes_events.items.properties.event_type.type,parentSchema:schema62.properties.capability_declaration.properties.consumes_events.items.properties.event_type,data:data17};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/capability_declaration/consumes_events/" + i1,schemaPath:"#/properties/capability_declaration/properties/consumes_events/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.capability_declaration.properties.consumes_events.items.type,parentSchema:schema62.properties.capability_declaration.properties.consumes_events.items,data:data16};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/capability_declaration/consumes_events",schemaPath:"#/properties/capability_declaration/properties/consumes_events/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema62.properties.capability_declaration.properties.consumes_events.type,parentSchema:schema62.properties.capability_declaration.properties.consumes_events,data:data15};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data7.service_metadata !== undefined && func0.call(data7, "service_metadata")){
let data18 = data7.service_metadata;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.owner_team !== undefined && func0.call(data18, "owner_team")){
let data19 = data18.owner_team;
if(typeof data19 === "string"){
if(func8(data19) > 128){
const err45 = {instancePath:instancePath+"/capability_declaration/service_metadata/owner_team",schemaPath:"#/properties/capability_declaration/properties/service_metadata/properties/owner_team/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema62.properties.capability_declaration.properties.service_metadata.properties.owner_team,data:data19};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/capability_declaration/service_metadata/owner_team",schemaPath:"#/properties/capability_declaration/properties/service_metadata/properties/owner_team/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.capability_declaration.properties.service_metadata.properties.owner_team.type,parentSchema:schema62.properties.capability_declaration.properties.service_metadata.properties.owner_team,data:data19};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data18.routing_hints !== undefined && func0.call(data18, "routing_hints")){
let data20 = data18.routing_hints;
if(!(data20 && typeof data20 == "object" && !Array.isArray(data20))){
const err47 = {instancePath:instancePath+"/capability_declaration/service_metadata/routing_hints",schemaPath:"#/properties/capability_declaration/properties/service_metadata/properties/routing_hints/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.capability_declaration.properties.service_metadata.properties.routing_hints.type,parentSchema:schema62.properties.capability_declaration.properties.service_metadata.properties.routing_hints,data:data20};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data18.actions !== undefined && func0.call(data18, "actions")){
let data21 = data18.actions;
if(!(data21 && typeof data21 == "object" && !Array.isArray(data21))){
const err48 = {instancePath:instancePath+"/capability_declaration/service_metadata/actions",schemaPath:"#/properties/capability_declaration/properties/service_metadata/properties/actions/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.capability_declaration.properties.service_metadata.properties.actions.type,parentSchema:schema62.properties.capability_declaration.properties.service_metadata.properties.actions,data:data21};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/capability_declaration/service_metadata",schemaPath:"#/properties/capability_declaration/properties/service_metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.capability_declaration.properties.service_metadata.type,parentSchema:schema62.properties.capability_declaration.properties.service_metadata,data:data18};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/capability_declaration",schemaPath:"#/properties/capability_declaration/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.capability_declaration.type,parentSchema:schema62.properties.capability_declaration,data:data7};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.technical_requirements !== undefined && func0.call(data, "technical_requirements")){
let data22 = data.technical_requirements;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if((data22.supported_protocols === undefined) || (!(func0.call(data22, "supported_protocols")))){
const err51 = {instancePath:instancePath+"/technical_requirements",schemaPath:"#/properties/technical_requirements/required",keyword:"required",params:{missingProperty: "supported_protocols"},message:"must have required property '"+"supported_protocols"+"'",schema:schema62.properties.technical_requirements.required,parentSchema:schema62.properties.technical_requirements,data:data22};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data22.supported_protocols !== undefined && func0.call(data22, "supported_protocols")){
let data23 = data22.supported_protocols;
if(Array.isArray(data23)){
const len2 = data23.length;
for(let i2=0; i2<len2; i2++){
let data24 = data23[i2];
if(typeof data24 === "string"){
if(func8(data24) > 32){
const err52 = {instancePath:instancePath+"/technical_requirements/supported_protocols/" + i2,schemaPath:"#/properties/technical_requirements/properties/supported_protocols/items/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema62.properties.technical_requirements.properties.supported_protocols.items,data:data24};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/technical_requirements/supported_protocols/" + i2,schemaPath:"#/properties/technical_requirements/properties/supported_protocols/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.technical_requirements.properties.supported_protocols.items.type,parentSchema:schema62.properties.technical_requirements.properties.supported_protocols.items,data:data24};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/technical_requirements/supported_protocols",schemaPath:"#/properties/technical_requirements/properties/supported_protocols/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema62.properties.technical_requirements.properties.supported_protocols.type,parentSchema:schema62.properties.technical_requirements.properties.supported_protocols,data:data23};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data22.dependencies !== undefined && func0.call(data22, "dependencies")){
let data25 = data22.dependencies;
if(Array.isArray(data25)){
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
let data26 = data25[i3];
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if((data26.module_name === undefined) || (!(func0.call(data26, "module_name")))){
const err55 = {instancePath:instancePath+"/technical_requirements/dependencies/" + i3,schemaPath:"#/properties/technical_requirements/properties/dependencies/items/required",keyword:"required",params:{missingProperty: "module_name"},message:"must have required property '"+"module_name"+"'",schema:schema62.properties.technical_requirements.properties.dependencies.items.required,parentSchema:schema62.properties.technical_requirements.properties.dependencies.items,data:data26};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data26.module_name !== undefined && func0.call(data26, "module_name")){
let data27 = data26.module_name;
if(typeof data27 === "string"){
if(func8(data27) > 64){
const err56 = {instancePath:instancePath+"/technical_requirements/dependencies/" + i3+"/module_name",schemaPath:"#/properties/technical_requirements/properties/dependencies/items/properties/module_name/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema62.properties.technical_requirements.properties.dependencies.items.properties.module_name,data:data27};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/technical_requirements/dependencies/" + i3+"/module_name",schemaPath:"#/properties/technical_requirements/properties/dependencies/items/properties/module_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.technical_requirements.properties.dependencies.items.properties.module_name.type,parentSchema:schema62.properties.technical_requirements.properties.dependencies.items.properties.module_name,data:data27};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data26.version_requirement !== undefined && func0.call(data26, "version_requirement")){
let data28 = data26.version_requirement;
if(typeof data28 === "string"){
if(func8(data28) > 64){
const err58 = {instancePath:instancePath+"/technical_requirements/dependencies/" + i3+"/version_requirement",schemaPath:"#/properties/technical_requirements/properties/dependencies/items/properties/version_requirement/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema62.properties.technical_requirements.properties.dependencies.items.properties.version_requirement,data:data28};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/technical_requirements/dependencies/" + i3+"/version_requirement",schemaPath:"#/properties/technical_requirements/properties/dependencies/items/properties/version_requirement/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.technical_requirements.properties.dependencies.items.properties.version_requirement.type,parentSchema:schema62.properties.technical_requirements.properties.dependencies.items.properties.version_requirement,data:data28};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data26.criticality !== undefined && func0.call(data26, "criticality")){
let data29 = data26.criticality;
if(!((data29 === "required") || (data29 === "optional"))){
const err60 = {instancePath:instancePath+"/technical_requirements/dependencies/" + i3+"/criticality",schemaPath:"#/properties/technical_requirements/properties/dependencies/items/properties/criticality/enum",keyword:"enum",params:{allowedValues: schema62.properties.technical_requirements.properties.dependencies.items.properties.criticality.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.technical_requirements.properties.dependencies.items.properties.criticality.enum,parentSchema:schema62.properties.technical_requirements.properties.dependencies.items.properties.criticality,data:data29};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/technical_requirements/dependencies/" + i3,schemaPath:"#/properties/technical_requirements/properties/dependencies/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.technical_requirements.properties.dependencies.items.type,parentSchema:schema62.properties.technical_requirements.properties.dependencies.items,data:data26};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/technical_requirements/dependencies",schemaPath:"#/properties/technical_requirements/properties/dependencies/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema62.properties.technical_requirements.properties.dependencies.type,parentSchema:schema62.properties.technical_requirements.properties.dependencies,data:data25};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/technical_requirements",schemaPath:"#/properties/technical_requirements/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.technical_requirements.type,parentSchema:schema62.properties.technical_requirements,data:data22};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.registration_metadata !== undefined && func0.call(data, "registration_metadata")){
let data30 = data.registration_metadata;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if((data30.registration_id === undefined) || (!(func0.call(data30, "registration_id")))){
const err64 = {instancePath:instancePath+"/registration_metadata",schemaPath:"#/properties/registration_metadata/required",keyword:"required",params:{missingProperty: "registration_id"},message:"must have required property '"+"registration_id"+"'",schema:schema62.properties.registration_metadata.required,parentSchema:schema62.properties.registration_metadata,data:data30};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((data30.registration_version === undefined) || (!(func0.call(data30, "registration_version")))){
const err65 = {instancePath:instancePath+"/registration_metadata",schemaPath:"#/properties/registration_metadata/required",keyword:"required",params:{missingProperty: "registration_version"},message:"must have required property '"+"registration_version"+"'",schema:schema62.properties.registration_metadata.required,parentSchema:schema62.properties.registration_metadata,data:data30};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if((data30.update_mode === undefined) || (!(func0.call(data30, "update_mode")))){
const err66 = {instancePath:instancePath+"/registration_metadata",schemaPath:"#/properties/registration_metadata/required",keyword:"required",params:{missingProperty: "update_mode"},message:"must have required property '"+"update_mode"+"'",schema:schema62.properties.registration_metadata.required,parentSchema:schema62.properties.registration_metadata,data:data30};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data30.registration_id !== undefined && func0.call(data30, "registration_id")){
let data31 = data30.registration_id;
if(typeof data31 === "string"){
if(!pattern0.test(data31)){
const err67 = {instancePath:instancePath+"/registration_metadata/registration_id",schemaPath:"common.json#/$defs/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"+"\"",schema:"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",parentSchema:schema2,data:data31};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/registration_metadata/registration_id",schemaPath:"common.json#/$defs/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.type,parentSchema:schema2,data:data31};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data30.registration_version !== undefined && func0.call(data30, "registration_version")){
let data32 = data30.registration_version;
if("1.0" !== data32){
const err69 = {instancePath:instancePath+"/registration_metadata/registration_version",schemaPath:"#/properties/registration_metadata/properties/registration_version/const",keyword:"const",params:{allowedValue: "1.0"},message:"must be equal to constant",schema:"1.0",parentSchema:schema62.properties.registration_metadata.properties.registration_version,data:data32};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data30.expires_at !== undefined && func0.call(data30, "expires_at")){
let data33 = data30.expires_at;
if(typeof data33 === "string"){
if(!pattern10.test(data33)){
const err70 = {instancePath:instancePath+"/registration_metadata/expires_at",schemaPath:"common.json#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$",parentSchema:schema20,data:data33};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/registration_metadata/expires_at",schemaPath:"common.json#/$defs/timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data33};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data30.update_mode !== undefined && func0.call(data30, "update_mode")){
let data34 = data30.update_mode;
if(!(((data34 === "replace") || (data34 === "merge")) || (data34 === "append"))){
const err72 = {instancePath:instancePath+"/registration_metadata/update_mode",schemaPath:"#/properties/registration_metadata/properties/update_mode/enum",keyword:"enum",params:{allowedValues: schema62.properties.registration_metadata.properties.update_mode.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.registration_metadata.properties.update_mode.enum,parentSchema:schema62.properties.registration_metadata.properties.update_mode,data:data34};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data30.registration_source !== undefined && func0.call(data30, "registration_source")){
let data35 = data30.registration_source;
if(typeof data35 === "string"){
if(func8(data35) > 500){
const err73 = {instancePath:instancePath+"/registration_metadata/registration_source",schemaPath:"#/properties/registration_metadata/properties/registration_source/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema62.properties.registration_metadata.properties.registration_source,data:data35};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/registration_metadata/registration_source",schemaPath:"#/properties/registration_metadata/properties/registration_source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.registration_metadata.properties.registration_source.type,parentSchema:schema62.properties.registration_metadata.properties.registration_source,data:data35};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data30.previous_registration_id !== undefined && func0.call(data30, "previous_registration_id")){
let data36 = data30.previous_registration_id;
if(typeof data36 === "string"){
if(!pattern0.test(data36)){
const err75 = {instancePath:instancePath+"/registration_metadata/previous_registration_id",schemaPath:"common.json#/$defs/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"+"\"",schema:"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",parentSchema:schema2,data:data36};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/registration_metadata/previous_registration_id",schemaPath:"common.json#/$defs/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.type,parentSchema:schema2,data:data36};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data30.state !== undefined && func0.call(data30, "state")){
let data37 = data30.state;
if(!(((((data37 === "discovered") || (data37 === "available")) || (data37 === "active")) || (data37 === "degraded")) || (data37 === "unavailable"))){
const err77 = {instancePath:instancePath+"/registration_metadata/state",schemaPath:"common.json#/$defs/registryState/enum",keyword:"enum",params:{allowedValues: schema68.enum},message:"must be equal to one of the allowed values",schema:schema68.enum,parentSchema:schema68,data:data37};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data30.reasons !== undefined && func0.call(data30, "reasons")){
let data38 = data30.reasons;
if(Array.isArray(data38)){
const len4 = data38.length;
for(let i4=0; i4<len4; i4++){
let data39 = data38[i4];
if(typeof data39 === "string"){
if(func8(data39) > 5000){
const err78 = {instancePath:instancePath+"/registration_metadata/reasons/" + i4,schemaPath:"#/properties/registration_metadata/properties/reasons/items/maxLength",keyword:"maxLength",params:{limit: 5000},message:"must NOT have more than 5000 characters",schema:5000,parentSchema:schema62.properties.registration_metadata.properties.reasons.items,data:data39};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/registration_metadata/reasons/" + i4,schemaPath:"#/properties/registration_metadata/properties/reasons/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.registration_metadata.properties.reasons.items.type,parentSchema:schema62.properties.registration_metadata.properties.reasons.items,data:data39};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/registration_metadata/reasons",schemaPath:"#/properties/registration_metadata/properties/reasons/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema62.properties.registration_metadata.properties.reasons.type,parentSchema:schema62.properties.registration_metadata.properties.reasons,data:data38};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/registration_metadata",schemaPath:"#/properties/registration_metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.registration_metadata.type,parentSchema:schema62.properties.registration_metadata,data:data30};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.type,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}
validate32.evaluated = {"props":{"module_identity":true,"capability_declaration":true,"technical_requirements":true,"registration_metadata":true},"dynamicProps":false,"dynamicItems":false};

const shape12 = validate33;
const schema69 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/plan.json","title":"Plan","description":"What a run will do: a pure function of request, runbook, registry, inventory and policy.","type":"object","additionalProperties":false,"properties":{"schema_version":{"const":"1.0","description":"Version of this shape."},"runbook":{"type":"object","additionalProperties":false,"properties":{"name":{"$ref":"common.json#/$defs/id"},"description":{"type":"string","maxLength":500,"description":"What it does."},"sha256":{"$ref":"common.json#/$defs/sha256"}},"required":["name","sha256"],"description":"The runbook that is planned; absent for a single action."},"action":{"$ref":"common.json#/$defs/actionName"},"content":{"$ref":"common.json#/$defs/content"},"dry_run":{"type":"boolean","description":"Whether it was a dry run, in which nothing is changed."},"params":{"type":"object","description":"The inputs of the run, defaults added."},"effect":{"$ref":"common.json#/$defs/effect","description":"The strongest effect of anything that it may start, undo included."},"nodes":{"type":"array","items":{"$ref":"#/$defs/node"},"description":"Sorted by name."},"preflight":{"type":"array","items":{"$ref":"#/$defs/step"},"minItems":1,"maxItems":20,"description":"What has to pass on every node before anything is changed anywhere. Absent: nothing."},"verify":{"type":"array","items":{"$ref":"#/$defs/step"},"minItems":1,"maxItems":20,"description":"What healthy means, asked before the steps and after them. Absent: nobody asks."},"steps":{"type":"array","items":{"$ref":"#/$defs/step"},"description":"In the order in which they run on every node."},"evidence":{"type":"array","items":{"$ref":"#/$defs/step"},"minItems":1,"maxItems":20,"description":"What is collected from every node at the end. Absent: nothing."},"concurrency":{"type":"integer","minimum":1,"maximum":256,"description":"How many nodes at the same time."},"batches":{"type":"array","items":{"type":"integer","minimum":1},"minItems":1,"maxItems":10000,"description":"How many nodes each batch has, in the order of `nodes`. The next one begins when the one before is over; a node of the first one that is not good stops the run. Absent: all nodes in one batch, which stops for nothing."},"max_failures":{"type":"integer","minimum":0,"description":"When more nodes than this are not good, no further one is begun. Absent: the run goes on whatever happens."},"gates":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"gate":{"type":"string","maxLength":64,"description":"The name of the gate."},"verdict":{"enum":["passed","refused"],"description":"Whether the plan passes it."},"reason":{"type":"string","maxLength":2000,"description":"Why not, and how it would be allowed."}},"required":["gate","verdict"]},"description":"What every gate of the policy says; all have to pass."}},"required":["schema_version","content","dry_run","params","effect","nodes","steps","concurrency","gates"],"$defs":{"node":{"title":"PlanNode","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"common.json#/$defs/id"},"transport":{"$ref":"common.json#/$defs/transport"},"transport_reason":{"type":"string","maxLength":200,"description":"Where the transport was chosen."},"address":{"type":"string","maxLength":253,"description":"Host name or IP address."},"port":{"type":"integer","minimum":1,"maximum":65535,"description":"The port of sshd."},"user":{"type":"string","maxLength":64,"description":"The login user."},"labels":{"$ref":"common.json#/$defs/labels"},"host_key_sha256":{"type":"string","maxLength":100,"description":"Fingerprint of the pinned host key; the first one where there are several."},"other_host_keys_sha256":{"type":"array","maxItems":100,"items":{"type":"string","maxLength":100},"description":"Fingerprints of the other pinned host keys."},"host_authorities_sha256":{"type":"array","maxItems":100,"items":{"type":"string","maxLength":100},"description":"Fingerprints of the keys that may sign the host's certificate; openssh only."},"jump":{"type":"array","items":{"$ref":"common.json#/$defs/id"},"description":"The nodes through which it is reached, the first one that is connected to first."}},"required":["name","transport","transport_reason","labels"],"description":"A node of the plan."},"step":{"title":"PlanStep","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id"},"action":{"$ref":"common.json#/$defs/actionName"},"module":{"$ref":"common.json#/$defs/actionName"},"module_version":{"$ref":"common.json#/$defs/semver"},"effect":{"$ref":"common.json#/$defs/effect"},"become":{"type":"boolean","description":"Whether it runs as root."},"idempotent":{"type":"boolean","description":"Whether a new attempt may follow one that is known to have ended."},"dry_run_supported":{"type":"boolean","description":"Whether it honours a dry run; else a dry run stops before it."},"bundle_sha256":{"$ref":"common.json#/$defs/sha256","description":"Digest of the files that are sent to the node."},"timeout_ms":{"type":"integer","minimum":1,"description":"The time limit in milliseconds."},"retry":{"type":"object","additionalProperties":false,"properties":{"attempts":{"type":"integer","minimum":2,"maximum":10,"description":"How often it is tried in all."},"backoff_ms":{"type":"integer","minimum":1,"description":"How long to wait after a failure of the plugin, in milliseconds."}},"required":["attempts","backoff_ms"],"description":"Absent: at most three tries, and only as long as nothing has run."},"input":{"type":"object","description":"Parameters as written, expressions resolved as far as they do not depend on a node."},"requires":{"type":"array","items":{"type":"string","maxLength":64},"description":"Programs that must be on the node."},"if":{"type":"string","minLength":1,"maxLength":2000,"description":"As written: whether the step is run on the node."},"for_each":{"type":["string","array"],"minItems":1,"maxItems":100,"maxLength":2000,"description":"As written: the list for whose entries the step is run, one after the other."},"once":{"const":true,"description":"It is run on one node of the plan, the first one whose run comes to it; the others use its output."},"expect":{"type":"string","minLength":1,"maxLength":2000,"description":"As written: what has to be true of the output, else the step has failed."},"until":{"type":"object","additionalProperties":false,"properties":{"every_ms":{"type":"integer","minimum":1,"description":"How long to wait before asking again, in milliseconds."},"for_ms":{"type":"integer","minimum":1,"description":"After how long it is given up, in milliseconds."}},"required":["every_ms","for_ms"],"description":"After the steps it is asked until it passes. Absent: once."},"on_failure":{"enum":["continue","undo"],"description":"What follows when it fails. Absent: no further step is run."},"undo":{"$ref":"#/$defs/call","description":"What takes it back."}},"required":["id","action","module","module_version","effect","become","idempotent","dry_run_supported","bundle_sha256","timeout_ms","input","requires"],"description":"A step of the plan."},"call":{"title":"PlanCall","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id"},"action":{"$ref":"common.json#/$defs/actionName"},"module":{"$ref":"common.json#/$defs/actionName"},"module_version":{"$ref":"common.json#/$defs/semver"},"effect":{"$ref":"common.json#/$defs/effect"},"become":{"type":"boolean","description":"Whether it runs as root."},"idempotent":{"type":"boolean","description":"Whether a new attempt may follow one that is known to have ended."},"dry_run_supported":{"type":"boolean","description":"Whether it honours a dry run; else a dry run stops before it."},"bundle_sha256":{"$ref":"common.json#/$defs/sha256","description":"Digest of the files that are sent to the node."},"timeout_ms":{"type":"integer","minimum":1,"description":"The time limit in milliseconds."},"input":{"type":"object","description":"Parameters as written, expressions resolved as far as they do not depend on a node."},"requires":{"type":"array","items":{"type":"string","maxLength":64},"description":"Programs that must be on the node."}},"required":["id","action","module","module_version","effect","become","idempotent","dry_run_supported","bundle_sha256","timeout_ms","input","requires"],"description":"A use of an action beside the steps: what takes one back."}}};
const schema73 = {"type":"object","additionalProperties":false,"properties":{"versioned":{"type":"boolean","description":"true when every file was read from a git commit; false when it came from a work tree that is not committed."},"commit":{"$ref":"common.json#/$defs/commit"},"reason":{"type":"string","maxLength":500,"description":"Why the content counts as unversioned."}},"required":["versioned"],"description":"Where runbooks and plugins were read from."};
const schema74 = {"type":"string","pattern":"^([0-9a-f]{40}|[0-9a-f]{64})$","description":"A full git commit id."};
const pattern58 = func10("^([0-9a-f]{40}|[0-9a-f]{64})$", "u");

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate34.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.versioned === undefined) || (!(func0.call(data, "versioned")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "versioned"},message:"must have required property '"+"versioned"+"'",schema:schema73.required,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((key0 === "versioned") || (key0 === "commit")) || (key0 === "reason"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.versioned !== undefined && func0.call(data, "versioned")){
let data0 = data.versioned;
if(typeof data0 !== "boolean"){
const err2 = {instancePath:instancePath+"/versioned",schemaPath:"#/properties/versioned/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema73.properties.versioned.type,parentSchema:schema73.properties.versioned,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.commit !== undefined && func0.call(data, "commit")){
let data1 = data.commit;
if(typeof data1 === "string"){
if(!pattern58.test(data1)){
const err3 = {instancePath:instancePath+"/commit",schemaPath:"common.json#/$defs/commit/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$"},message:"must match pattern \""+"^([0-9a-f]{40}|[0-9a-f]{64})$"+"\"",schema:"^([0-9a-f]{40}|[0-9a-f]{64})$",parentSchema:schema74,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/commit",schemaPath:"common.json#/$defs/commit/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema74.type,parentSchema:schema74,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.reason !== undefined && func0.call(data, "reason")){
let data2 = data.reason;
if(typeof data2 === "string"){
if(func8(data2) > 500){
const err5 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema73.properties.reason,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema73.properties.reason.type,parentSchema:schema73.properties.reason,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema73.type,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}
validate34.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema76 = {"title":"PlanNode","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"common.json#/$defs/id"},"transport":{"$ref":"common.json#/$defs/transport"},"transport_reason":{"type":"string","maxLength":200,"description":"Where the transport was chosen."},"address":{"type":"string","maxLength":253,"description":"Host name or IP address."},"port":{"type":"integer","minimum":1,"maximum":65535,"description":"The port of sshd."},"user":{"type":"string","maxLength":64,"description":"The login user."},"labels":{"$ref":"common.json#/$defs/labels"},"host_key_sha256":{"type":"string","maxLength":100,"description":"Fingerprint of the pinned host key; the first one where there are several."},"other_host_keys_sha256":{"type":"array","maxItems":100,"items":{"type":"string","maxLength":100},"description":"Fingerprints of the other pinned host keys."},"host_authorities_sha256":{"type":"array","maxItems":100,"items":{"type":"string","maxLength":100},"description":"Fingerprints of the keys that may sign the host's certificate; openssh only."},"jump":{"type":"array","items":{"$ref":"common.json#/$defs/id"},"description":"The nodes through which it is reached, the first one that is connected to first."}},"required":["name","transport","transport_reason","labels"],"description":"A node of the plan."};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate36.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.name === undefined) || (!(func0.call(data, "name")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema76.required,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.transport === undefined) || (!(func0.call(data, "transport")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "transport"},message:"must have required property '"+"transport"+"'",schema:schema76.required,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.transport_reason === undefined) || (!(func0.call(data, "transport_reason")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "transport_reason"},message:"must have required property '"+"transport_reason"+"'",schema:schema76.required,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.labels === undefined) || (!(func0.call(data, "labels")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "labels"},message:"must have required property '"+"labels"+"'",schema:schema76.required,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema76.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.name !== undefined && func0.call(data, "name")){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/name",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.transport !== undefined && func0.call(data, "transport")){
let data1 = data.transport;
if(!((((data1 === "ssh") || (data1 === "openssh")) || (data1 === "ssm")) || (data1 === "local"))){
const err7 = {instancePath:instancePath+"/transport",schemaPath:"common.json#/$defs/transport/enum",keyword:"enum",params:{allowedValues: schema44.enum},message:"must be equal to one of the allowed values",schema:schema44.enum,parentSchema:schema44,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.transport_reason !== undefined && func0.call(data, "transport_reason")){
let data2 = data.transport_reason;
if(typeof data2 === "string"){
if(func8(data2) > 200){
const err8 = {instancePath:instancePath+"/transport_reason",schemaPath:"#/properties/transport_reason/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema76.properties.transport_reason,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/transport_reason",schemaPath:"#/properties/transport_reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema76.properties.transport_reason.type,parentSchema:schema76.properties.transport_reason,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.address !== undefined && func0.call(data, "address")){
let data3 = data.address;
if(typeof data3 === "string"){
if(func8(data3) > 253){
const err10 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema76.properties.address,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema76.properties.address.type,parentSchema:schema76.properties.address,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.port !== undefined && func0.call(data, "port")){
let data4 = data.port;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err12 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema76.properties.port.type,parentSchema:schema76.properties.port,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 65535 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema76.properties.port,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err14 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema76.properties.port,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.user !== undefined && func0.call(data, "user")){
let data5 = data.user;
if(typeof data5 === "string"){
if(func8(data5) > 64){
const err15 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema76.properties.user,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema76.properties.user.type,parentSchema:schema76.properties.user,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.labels !== undefined && func0.call(data, "labels")){
let data6 = data.labels;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 64){
const err17 = {instancePath:instancePath+"/labels",schemaPath:"common.json#/$defs/labels/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema47,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key1 of Object.keys(data6)){
const _errs18 = errors;
if(typeof key1 === "string"){
if(!pattern30.test(key1)){
const err18 = {instancePath:instancePath+"/labels",schemaPath:"common.json#/$defs/labels/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9._-]{0,62}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9._-]{0,62}$"+"\"",schema:"^[A-Za-z][A-Za-z0-9._-]{0,62}$",parentSchema:schema47.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid4 = _errs18 === errors;
if(!valid4){
const err19 = {instancePath:instancePath+"/labels",schemaPath:"common.json#/$defs/labels/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema47.propertyNames,parentSchema:schema47,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
for(const key2 of Object.keys(data6)){
let data7 = data6[key2];
if(typeof data7 === "string"){
if(func8(data7) > 128){
const err20 = {instancePath:instancePath+"/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"common.json#/$defs/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema47.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern31.test(data7)){
const err21 = {instancePath:instancePath+"/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"common.json#/$defs/labels/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:/@-]*$"},message:"must match pattern \""+"^[A-Za-z0-9._:/@-]*$"+"\"",schema:"^[A-Za-z0-9._:/@-]*$",parentSchema:schema47.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"common.json#/$defs/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.additionalProperties.type,parentSchema:schema47.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/labels",schemaPath:"common.json#/$defs/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.type,parentSchema:schema47,data:data6};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.host_key_sha256 !== undefined && func0.call(data, "host_key_sha256")){
let data8 = data.host_key_sha256;
if(typeof data8 === "string"){
if(func8(data8) > 100){
const err24 = {instancePath:instancePath+"/host_key_sha256",schemaPath:"#/properties/host_key_sha256/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema76.properties.host_key_sha256,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/host_key_sha256",schemaPath:"#/properties/host_key_sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema76.properties.host_key_sha256.type,parentSchema:schema76.properties.host_key_sha256,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.other_host_keys_sha256 !== undefined && func0.call(data, "other_host_keys_sha256")){
let data9 = data.other_host_keys_sha256;
if(Array.isArray(data9)){
if(data9.length > 100){
const err26 = {instancePath:instancePath+"/other_host_keys_sha256",schemaPath:"#/properties/other_host_keys_sha256/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema76.properties.other_host_keys_sha256,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(typeof data10 === "string"){
if(func8(data10) > 100){
const err27 = {instancePath:instancePath+"/other_host_keys_sha256/" + i0,schemaPath:"#/properties/other_host_keys_sha256/items/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema76.properties.other_host_keys_sha256.items,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/other_host_keys_sha256/" + i0,schemaPath:"#/properties/other_host_keys_sha256/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema76.properties.other_host_keys_sha256.items.type,parentSchema:schema76.properties.other_host_keys_sha256.items,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/other_host_keys_sha256",schemaPath:"#/properties/other_host_keys_sha256/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema76.properties.other_host_keys_sha256.type,parentSchema:schema76.properties.other_host_keys_sha256,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.host_authorities_sha256 !== undefined && func0.call(data, "host_authorities_sha256")){
let data11 = data.host_authorities_sha256;
if(Array.isArray(data11)){
if(data11.length > 100){
const err30 = {instancePath:instancePath+"/host_authorities_sha256",schemaPath:"#/properties/host_authorities_sha256/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema76.properties.host_authorities_sha256,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(typeof data12 === "string"){
if(func8(data12) > 100){
const err31 = {instancePath:instancePath+"/host_authorities_sha256/" + i1,schemaPath:"#/properties/host_authorities_sha256/items/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema76.properties.host_authorities_sha256.items,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/host_authorities_sha256/" + i1,schemaPath:"#/properties/host_authorities_sha256/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema76.properties.host_authorities_sha256.items.type,parentSchema:schema76.properties.host_authorities_sha256.items,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/host_authorities_sha256",schemaPath:"#/properties/host_authorities_sha256/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema76.properties.host_authorities_sha256.type,parentSchema:schema76.properties.host_authorities_sha256,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.jump !== undefined && func0.call(data, "jump")){
let data13 = data.jump;
if(Array.isArray(data13)){
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
if(typeof data14 === "string"){
if(!pattern5.test(data14)){
const err34 = {instancePath:instancePath+"/jump/" + i2,schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/jump/" + i2,schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/jump",schemaPath:"#/properties/jump/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema76.properties.jump.type,parentSchema:schema76.properties.jump,data:data13};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema76.type,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}
validate36.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema81 = {"title":"PlanStep","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id"},"action":{"$ref":"common.json#/$defs/actionName"},"module":{"$ref":"common.json#/$defs/actionName"},"module_version":{"$ref":"common.json#/$defs/semver"},"effect":{"$ref":"common.json#/$defs/effect"},"become":{"type":"boolean","description":"Whether it runs as root."},"idempotent":{"type":"boolean","description":"Whether a new attempt may follow one that is known to have ended."},"dry_run_supported":{"type":"boolean","description":"Whether it honours a dry run; else a dry run stops before it."},"bundle_sha256":{"$ref":"common.json#/$defs/sha256","description":"Digest of the files that are sent to the node."},"timeout_ms":{"type":"integer","minimum":1,"description":"The time limit in milliseconds."},"retry":{"type":"object","additionalProperties":false,"properties":{"attempts":{"type":"integer","minimum":2,"maximum":10,"description":"How often it is tried in all."},"backoff_ms":{"type":"integer","minimum":1,"description":"How long to wait after a failure of the plugin, in milliseconds."}},"required":["attempts","backoff_ms"],"description":"Absent: at most three tries, and only as long as nothing has run."},"input":{"type":"object","description":"Parameters as written, expressions resolved as far as they do not depend on a node."},"requires":{"type":"array","items":{"type":"string","maxLength":64},"description":"Programs that must be on the node."},"if":{"type":"string","minLength":1,"maxLength":2000,"description":"As written: whether the step is run on the node."},"for_each":{"type":["string","array"],"minItems":1,"maxItems":100,"maxLength":2000,"description":"As written: the list for whose entries the step is run, one after the other."},"once":{"const":true,"description":"It is run on one node of the plan, the first one whose run comes to it; the others use its output."},"expect":{"type":"string","minLength":1,"maxLength":2000,"description":"As written: what has to be true of the output, else the step has failed."},"until":{"type":"object","additionalProperties":false,"properties":{"every_ms":{"type":"integer","minimum":1,"description":"How long to wait before asking again, in milliseconds."},"for_ms":{"type":"integer","minimum":1,"description":"After how long it is given up, in milliseconds."}},"required":["every_ms","for_ms"],"description":"After the steps it is asked until it passes. Absent: once."},"on_failure":{"enum":["continue","undo"],"description":"What follows when it fails. Absent: no further step is run."},"undo":{"$ref":"#/$defs/call","description":"What takes it back."}},"required":["id","action","module","module_version","effect","become","idempotent","dry_run_supported","bundle_sha256","timeout_ms","input","requires"],"description":"A step of the plan."};
const schema88 = {"title":"PlanCall","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id"},"action":{"$ref":"common.json#/$defs/actionName"},"module":{"$ref":"common.json#/$defs/actionName"},"module_version":{"$ref":"common.json#/$defs/semver"},"effect":{"$ref":"common.json#/$defs/effect"},"become":{"type":"boolean","description":"Whether it runs as root."},"idempotent":{"type":"boolean","description":"Whether a new attempt may follow one that is known to have ended."},"dry_run_supported":{"type":"boolean","description":"Whether it honours a dry run; else a dry run stops before it."},"bundle_sha256":{"$ref":"common.json#/$defs/sha256","description":"Digest of the files that are sent to the node."},"timeout_ms":{"type":"integer","minimum":1,"description":"The time limit in milliseconds."},"input":{"type":"object","description":"Parameters as written, expressions resolved as far as they do not depend on a node."},"requires":{"type":"array","items":{"type":"string","maxLength":64},"description":"Programs that must be on the node."}},"required":["id","action","module","module_version","effect","become","idempotent","dry_run_supported","bundle_sha256","timeout_ms","input","requires"],"description":"A use of an action beside the steps: what takes one back."};

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate39.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.id === undefined) || (!(func0.call(data, "id")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.action === undefined) || (!(func0.call(data, "action")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.module === undefined) || (!(func0.call(data, "module")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "module"},message:"must have required property '"+"module"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.module_version === undefined) || (!(func0.call(data, "module_version")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "module_version"},message:"must have required property '"+"module_version"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.effect === undefined) || (!(func0.call(data, "effect")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "effect"},message:"must have required property '"+"effect"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data.become === undefined) || (!(func0.call(data, "become")))){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "become"},message:"must have required property '"+"become"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((data.idempotent === undefined) || (!(func0.call(data, "idempotent")))){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "idempotent"},message:"must have required property '"+"idempotent"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((data.dry_run_supported === undefined) || (!(func0.call(data, "dry_run_supported")))){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dry_run_supported"},message:"must have required property '"+"dry_run_supported"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((data.bundle_sha256 === undefined) || (!(func0.call(data, "bundle_sha256")))){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "bundle_sha256"},message:"must have required property '"+"bundle_sha256"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((data.timeout_ms === undefined) || (!(func0.call(data, "timeout_ms")))){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "timeout_ms"},message:"must have required property '"+"timeout_ms"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((data.input === undefined) || (!(func0.call(data, "input")))){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "input"},message:"must have required property '"+"input"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((data.requires === undefined) || (!(func0.call(data, "requires")))){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "requires"},message:"must have required property '"+"requires"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema88.properties, key0))){
const err12 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.id !== undefined && func0.call(data, "id")){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
const err13 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.action !== undefined && func0.call(data, "action")){
let data1 = data.action;
if(typeof data1 === "string"){
if(!pattern38.test(data1)){
const err15 = {instancePath:instancePath+"/action",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/action",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.module !== undefined && func0.call(data, "module")){
let data2 = data.module;
if(typeof data2 === "string"){
if(!pattern38.test(data2)){
const err17 = {instancePath:instancePath+"/module",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data2};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/module",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.module_version !== undefined && func0.call(data, "module_version")){
let data3 = data.module_version;
if(typeof data3 === "string"){
if(func8(data3) > 64){
const err19 = {instancePath:instancePath+"/module_version",schemaPath:"common.json#/$defs/semver/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema53,data:data3};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern39.test(data3)){
const err20 = {instancePath:instancePath+"/module_version",schemaPath:"common.json#/$defs/semver/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$"},message:"must match pattern \""+"^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$"+"\"",schema:"^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$",parentSchema:schema53,data:data3};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/module_version",schemaPath:"common.json#/$defs/semver/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.type,parentSchema:schema53,data:data3};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.effect !== undefined && func0.call(data, "effect")){
let data4 = data.effect;
if(!(((data4 === "read") || (data4 === "change")) || (data4 === "destructive"))){
const err22 = {instancePath:instancePath+"/effect",schemaPath:"common.json#/$defs/effect/enum",keyword:"enum",params:{allowedValues: schema57.enum},message:"must be equal to one of the allowed values",schema:schema57.enum,parentSchema:schema57,data:data4};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.become !== undefined && func0.call(data, "become")){
let data5 = data.become;
if(typeof data5 !== "boolean"){
const err23 = {instancePath:instancePath+"/become",schemaPath:"#/properties/become/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema88.properties.become.type,parentSchema:schema88.properties.become,data:data5};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.idempotent !== undefined && func0.call(data, "idempotent")){
let data6 = data.idempotent;
if(typeof data6 !== "boolean"){
const err24 = {instancePath:instancePath+"/idempotent",schemaPath:"#/properties/idempotent/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema88.properties.idempotent.type,parentSchema:schema88.properties.idempotent,data:data6};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.dry_run_supported !== undefined && func0.call(data, "dry_run_supported")){
let data7 = data.dry_run_supported;
if(typeof data7 !== "boolean"){
const err25 = {instancePath:instancePath+"/dry_run_supported",schemaPath:"#/properties/dry_run_supported/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema88.properties.dry_run_supported.type,parentSchema:schema88.properties.dry_run_supported,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.bundle_sha256 !== undefined && func0.call(data, "bundle_sha256")){
let data8 = data.bundle_sha256;
if(typeof data8 === "string"){
if(!pattern14.test(data8)){
const err26 = {instancePath:instancePath+"/bundle_sha256",schemaPath:"common.json#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema25,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/bundle_sha256",schemaPath:"common.json#/$defs/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.type,parentSchema:schema25,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.timeout_ms !== undefined && func0.call(data, "timeout_ms")){
let data9 = data.timeout_ms;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err28 = {instancePath:instancePath+"/timeout_ms",schemaPath:"#/properties/timeout_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema88.properties.timeout_ms.type,parentSchema:schema88.properties.timeout_ms,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
const err29 = {instancePath:instancePath+"/timeout_ms",schemaPath:"#/properties/timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema88.properties.timeout_ms,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
if(data.input !== undefined && func0.call(data, "input")){
let data10 = data.input;
if(!(data10 && typeof data10 == "object" && !Array.isArray(data10))){
const err30 = {instancePath:instancePath+"/input",schemaPath:"#/properties/input/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema88.properties.input.type,parentSchema:schema88.properties.input,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.requires !== undefined && func0.call(data, "requires")){
let data11 = data.requires;
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
if(typeof data12 === "string"){
if(func8(data12) > 64){
const err31 = {instancePath:instancePath+"/requires/" + i0,schemaPath:"#/properties/requires/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema88.properties.requires.items,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/requires/" + i0,schemaPath:"#/properties/requires/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema88.properties.requires.items.type,parentSchema:schema88.properties.requires.items,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/requires",schemaPath:"#/properties/requires/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema88.properties.requires.type,parentSchema:schema88.properties.requires,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema88.type,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}
validate39.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate38.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.id === undefined) || (!(func0.call(data, "id")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.action === undefined) || (!(func0.call(data, "action")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.module === undefined) || (!(func0.call(data, "module")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "module"},message:"must have required property '"+"module"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.module_version === undefined) || (!(func0.call(data, "module_version")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "module_version"},message:"must have required property '"+"module_version"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.effect === undefined) || (!(func0.call(data, "effect")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "effect"},message:"must have required property '"+"effect"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data.become === undefined) || (!(func0.call(data, "become")))){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "become"},message:"must have required property '"+"become"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((data.idempotent === undefined) || (!(func0.call(data, "idempotent")))){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "idempotent"},message:"must have required property '"+"idempotent"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((data.dry_run_supported === undefined) || (!(func0.call(data, "dry_run_supported")))){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dry_run_supported"},message:"must have required property '"+"dry_run_supported"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((data.bundle_sha256 === undefined) || (!(func0.call(data, "bundle_sha256")))){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "bundle_sha256"},message:"must have required property '"+"bundle_sha256"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((data.timeout_ms === undefined) || (!(func0.call(data, "timeout_ms")))){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "timeout_ms"},message:"must have required property '"+"timeout_ms"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((data.input === undefined) || (!(func0.call(data, "input")))){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "input"},message:"must have required property '"+"input"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((data.requires === undefined) || (!(func0.call(data, "requires")))){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "requires"},message:"must have required property '"+"requires"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema81.properties, key0))){
const err12 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.id !== undefined && func0.call(data, "id")){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
const err13 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.action !== undefined && func0.call(data, "action")){
let data1 = data.action;
if(typeof data1 === "string"){
if(!pattern38.test(data1)){
const err15 = {instancePath:instancePath+"/action",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/action",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.module !== undefined && func0.call(data, "module")){
let data2 = data.module;
if(typeof data2 === "string"){
if(!pattern38.test(data2)){
const err17 = {instancePath:instancePath+"/module",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data2};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/module",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.module_version !== undefined && func0.call(data, "module_version")){
let data3 = data.module_version;
if(typeof data3 === "string"){
if(func8(data3) > 64){
const err19 = {instancePath:instancePath+"/module_version",schemaPath:"common.json#/$defs/semver/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema53,data:data3};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern39.test(data3)){
const err20 = {instancePath:instancePath+"/module_version",schemaPath:"common.json#/$defs/semver/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$"},message:"must match pattern \""+"^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$"+"\"",schema:"^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$",parentSchema:schema53,data:data3};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/module_version",schemaPath:"common.json#/$defs/semver/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.type,parentSchema:schema53,data:data3};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.effect !== undefined && func0.call(data, "effect")){
let data4 = data.effect;
if(!(((data4 === "read") || (data4 === "change")) || (data4 === "destructive"))){
const err22 = {instancePath:instancePath+"/effect",schemaPath:"common.json#/$defs/effect/enum",keyword:"enum",params:{allowedValues: schema57.enum},message:"must be equal to one of the allowed values",schema:schema57.enum,parentSchema:schema57,data:data4};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.become !== undefined && func0.call(data, "become")){
let data5 = data.become;
if(typeof data5 !== "boolean"){
const err23 = {instancePath:instancePath+"/become",schemaPath:"#/properties/become/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema81.properties.become.type,parentSchema:schema81.properties.become,data:data5};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.idempotent !== undefined && func0.call(data, "idempotent")){
let data6 = data.idempotent;
if(typeof data6 !== "boolean"){
const err24 = {instancePath:instancePath+"/idempotent",schemaPath:"#/properties/idempotent/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema81.properties.idempotent.type,parentSchema:schema81.properties.idempotent,data:data6};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.dry_run_supported !== undefined && func0.call(data, "dry_run_supported")){
let data7 = data.dry_run_supported;
if(typeof data7 !== "boolean"){
const err25 = {instancePath:instancePath+"/dry_run_supported",schemaPath:"#/properties/dry_run_supported/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema81.properties.dry_run_supported.type,parentSchema:schema81.properties.dry_run_supported,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.bundle_sha256 !== undefined && func0.call(data, "bundle_sha256")){
let data8 = data.bundle_sha256;
if(typeof data8 === "string"){
if(!pattern14.test(data8)){
const err26 = {instancePath:instancePath+"/bundle_sha256",schemaPath:"common.json#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema25,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/bundle_sha256",schemaPath:"common.json#/$defs/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.type,parentSchema:schema25,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.timeout_ms !== undefined && func0.call(data, "timeout_ms")){
let data9 = data.timeout_ms;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err28 = {instancePath:instancePath+"/timeout_ms",schemaPath:"#/properties/timeout_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema81.properties.timeout_ms.type,parentSchema:schema81.properties.timeout_ms,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
const err29 = {instancePath:instancePath+"/timeout_ms",schemaPath:"#/properties/timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema81.properties.timeout_ms,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
if(data.retry !== undefined && func0.call(data, "retry")){
let data10 = data.retry;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if((data10.attempts === undefined) || (!(func0.call(data10, "attempts")))){
const err30 = {instancePath:instancePath+"/retry",schemaPath:"#/properties/retry/required",keyword:"required",params:{missingProperty: "attempts"},message:"must have required property '"+"attempts"+"'",schema:schema81.properties.retry.required,parentSchema:schema81.properties.retry,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((data10.backoff_ms === undefined) || (!(func0.call(data10, "backoff_ms")))){
const err31 = {instancePath:instancePath+"/retry",schemaPath:"#/properties/retry/required",keyword:"required",params:{missingProperty: "backoff_ms"},message:"must have required property '"+"backoff_ms"+"'",schema:schema81.properties.retry.required,parentSchema:schema81.properties.retry,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key1 of Object.keys(data10)){
if(!((key1 === "attempts") || (key1 === "backoff_ms"))){
const err32 = {instancePath:instancePath+"/retry",schemaPath:"#/properties/retry/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema81.properties.retry,data:data10};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data10.attempts !== undefined && func0.call(data10, "attempts")){
let data11 = data10.attempts;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err33 = {instancePath:instancePath+"/retry/attempts",schemaPath:"#/properties/retry/properties/attempts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema81.properties.retry.properties.attempts.type,parentSchema:schema81.properties.retry.properties.attempts,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 10 || isNaN(data11)){
const err34 = {instancePath:instancePath+"/retry/attempts",schemaPath:"#/properties/retry/properties/attempts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},message:"must be <= 10",schema:10,parentSchema:schema81.properties.retry.properties.attempts,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data11 < 2 || isNaN(data11)){
const err35 = {instancePath:instancePath+"/retry/attempts",schemaPath:"#/properties/retry/properties/attempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2",schema:2,parentSchema:schema81.properties.retry.properties.attempts,data:data11};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data10.backoff_ms !== undefined && func0.call(data10, "backoff_ms")){
let data12 = data10.backoff_ms;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err36 = {instancePath:instancePath+"/retry/backoff_ms",schemaPath:"#/properties/retry/properties/backoff_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema81.properties.retry.properties.backoff_ms.type,parentSchema:schema81.properties.retry.properties.backoff_ms,data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 1 || isNaN(data12)){
const err37 = {instancePath:instancePath+"/retry/backoff_ms",schemaPath:"#/properties/retry/properties/backoff_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema81.properties.retry.properties.backoff_ms,data:data12};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
else {
const err38 = {instancePath:instancePath+"/retry",schemaPath:"#/properties/retry/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema81.properties.retry.type,parentSchema:schema81.properties.retry,data:data10};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.input !== undefined && func0.call(data, "input")){
let data13 = data.input;
if(!(data13 && typeof data13 == "object" && !Array.isArray(data13))){
const err39 = {instancePath:instancePath+"/input",schemaPath:"#/properties/input/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema81.properties.input.type,parentSchema:schema81.properties.input,data:data13};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.requires !== undefined && func0.call(data, "requires")){
let data14 = data.requires;
if(Array.isArray(data14)){
const len0 = data14.length;
for(let i0=0; i0<len0; i0++){
let data15 = data14[i0];
if(typeof data15 === "string"){
if(func8(data15) > 64){
const err40 = {instancePath:instancePath+"/requires/" + i0,schemaPath:"#/properties/requires/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema81.properties.requires.items,data:data15};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/requires/" + i0,schemaPath:"#/properties/requires/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema81.properties.requires.items.type,parentSchema:schema81.properties.requires.items,data:data15};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/requires",schemaPath:"#/properties/requires/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema81.properties.requires.type,parentSchema:schema81.properties.requires,data:data14};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.if !== undefined && func0.call(data, "if")){
let data16 = data.if;
if(typeof data16 === "string"){
if(func8(data16) > 2000){
const err43 = {instancePath:instancePath+"/if",schemaPath:"#/properties/if/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema81.properties.if,data:data16};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(func8(data16) < 1){
const err44 = {instancePath:instancePath+"/if",schemaPath:"#/properties/if/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema81.properties.if,data:data16};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/if",schemaPath:"#/properties/if/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema81.properties.if.type,parentSchema:schema81.properties.if,data:data16};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.for_each !== undefined && func0.call(data, "for_each")){
let data17 = data.for_each;
if((typeof data17 !== "string") && (!(Array.isArray(data17)))){
const err46 = {instancePath:instancePath+"/for_each",schemaPath:"#/properties/for_each/type",keyword:"type",params:{type: schema81.properties.for_each.type},message:"must be string,array",schema:schema81.properties.for_each.type,parentSchema:schema81.properties.for_each,data:data17};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(typeof data17 === "string"){
if(func8(data17) > 2000){
const err47 = {instancePath:instancePath+"/for_each",schemaPath:"#/properties/for_each/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema81.properties.for_each,data:data17};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(Array.isArray(data17)){
if(data17.length > 100){
const err48 = {instancePath:instancePath+"/for_each",schemaPath:"#/properties/for_each/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema81.properties.for_each,data:data17};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data17.length < 1){
const err49 = {instancePath:instancePath+"/for_each",schemaPath:"#/properties/for_each/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema81.properties.for_each,data:data17};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
if(data.once !== undefined && func0.call(data, "once")){
let data18 = data.once;
if(true !== data18){
const err50 = {instancePath:instancePath+"/once",schemaPath:"#/properties/once/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema81.properties.once,data:data18};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.expect !== undefined && func0.call(data, "expect")){
let data19 = data.expect;
if(typeof data19 === "string"){
if(func8(data19) > 2000){
const err51 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema81.properties.expect,data:data19};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(func8(data19) < 1){
const err52 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema81.properties.expect,data:data19};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema81.properties.expect.type,parentSchema:schema81.properties.expect,data:data19};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.until !== undefined && func0.call(data, "until")){
let data20 = data.until;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if((data20.every_ms === undefined) || (!(func0.call(data20, "every_ms")))){
const err54 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/required",keyword:"required",params:{missingProperty: "every_ms"},message:"must have required property '"+"every_ms"+"'",schema:schema81.properties.until.required,parentSchema:schema81.properties.until,data:data20};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if((data20.for_ms === undefined) || (!(func0.call(data20, "for_ms")))){
const err55 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/required",keyword:"required",params:{missingProperty: "for_ms"},message:"must have required property '"+"for_ms"+"'",schema:schema81.properties.until.required,parentSchema:schema81.properties.until,data:data20};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
for(const key2 of Object.keys(data20)){
if(!((key2 === "every_ms") || (key2 === "for_ms"))){
const err56 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema81.properties.until,data:data20};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data20.every_ms !== undefined && func0.call(data20, "every_ms")){
let data21 = data20.every_ms;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err57 = {instancePath:instancePath+"/until/every_ms",schemaPath:"#/properties/until/properties/every_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema81.properties.until.properties.every_ms.type,parentSchema:schema81.properties.until.properties.every_ms,data:data21};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 1 || isNaN(data21)){
const err58 = {instancePath:instancePath+"/until/every_ms",schemaPath:"#/properties/until/properties/every_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema81.properties.until.properties.every_ms,data:data21};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
if(data20.for_ms !== undefined && func0.call(data20, "for_ms")){
let data22 = data20.for_ms;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err59 = {instancePath:instancePath+"/until/for_ms",schemaPath:"#/properties/until/properties/for_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema81.properties.until.properties.for_ms.type,parentSchema:schema81.properties.until.properties.for_ms,data:data22};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 1 || isNaN(data22)){
const err60 = {instancePath:instancePath+"/until/for_ms",schemaPath:"#/properties/until/properties/for_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema81.properties.until.properties.for_ms,data:data22};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
}
else {
const err61 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema81.properties.until.type,parentSchema:schema81.properties.until,data:data20};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data.on_failure !== undefined && func0.call(data, "on_failure")){
let data23 = data.on_failure;
if(!((data23 === "continue") || (data23 === "undo"))){
const err62 = {instancePath:instancePath+"/on_failure",schemaPath:"#/properties/on_failure/enum",keyword:"enum",params:{allowedValues: schema81.properties.on_failure.enum},message:"must be equal to one of the allowed values",schema:schema81.properties.on_failure.enum,parentSchema:schema81.properties.on_failure,data:data23};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data.undo !== undefined && func0.call(data, "undo")){
if(!(validate39(data.undo, {instancePath:instancePath+"/undo",parentData:data,parentDataProperty:"undo",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
}
else {
const err63 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema81.type,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}
validate38.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/plan.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate33.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.schema_version === undefined) || (!(func0.call(data, "schema_version")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema69.required,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.content === undefined) || (!(func0.call(data, "content")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "content"},message:"must have required property '"+"content"+"'",schema:schema69.required,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.dry_run === undefined) || (!(func0.call(data, "dry_run")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dry_run"},message:"must have required property '"+"dry_run"+"'",schema:schema69.required,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.params === undefined) || (!(func0.call(data, "params")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "params"},message:"must have required property '"+"params"+"'",schema:schema69.required,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.effect === undefined) || (!(func0.call(data, "effect")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "effect"},message:"must have required property '"+"effect"+"'",schema:schema69.required,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data.nodes === undefined) || (!(func0.call(data, "nodes")))){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'",schema:schema69.required,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((data.steps === undefined) || (!(func0.call(data, "steps")))){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},message:"must have required property '"+"steps"+"'",schema:schema69.required,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((data.concurrency === undefined) || (!(func0.call(data, "concurrency")))){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "concurrency"},message:"must have required property '"+"concurrency"+"'",schema:schema69.required,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((data.gates === undefined) || (!(func0.call(data, "gates")))){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "gates"},message:"must have required property '"+"gates"+"'",schema:schema69.required,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema69.properties, key0))){
const err9 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.schema_version !== undefined && func0.call(data, "schema_version")){
let data0 = data.schema_version;
if("1.0" !== data0){
const err10 = {instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/const",keyword:"const",params:{allowedValue: "1.0"},message:"must be equal to constant",schema:"1.0",parentSchema:schema69.properties.schema_version,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.runbook !== undefined && func0.call(data, "runbook")){
let data1 = data.runbook;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if((data1.name === undefined) || (!(func0.call(data1, "name")))){
const err11 = {instancePath:instancePath+"/runbook",schemaPath:"#/properties/runbook/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema69.properties.runbook.required,parentSchema:schema69.properties.runbook,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((data1.sha256 === undefined) || (!(func0.call(data1, "sha256")))){
const err12 = {instancePath:instancePath+"/runbook",schemaPath:"#/properties/runbook/required",keyword:"required",params:{missingProperty: "sha256"},message:"must have required property '"+"sha256"+"'",schema:schema69.properties.runbook.required,parentSchema:schema69.properties.runbook,data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key1 of Object.keys(data1)){
if(!(((key1 === "name") || (key1 === "description")) || (key1 === "sha256"))){
const err13 = {instancePath:instancePath+"/runbook",schemaPath:"#/properties/runbook/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema69.properties.runbook,data:data1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data1.name !== undefined && func0.call(data1, "name")){
let data2 = data1.name;
if(typeof data2 === "string"){
if(!pattern5.test(data2)){
const err14 = {instancePath:instancePath+"/runbook/name",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/runbook/name",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data1.description !== undefined && func0.call(data1, "description")){
let data3 = data1.description;
if(typeof data3 === "string"){
if(func8(data3) > 500){
const err16 = {instancePath:instancePath+"/runbook/description",schemaPath:"#/properties/runbook/properties/description/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema69.properties.runbook.properties.description,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/runbook/description",schemaPath:"#/properties/runbook/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema69.properties.runbook.properties.description.type,parentSchema:schema69.properties.runbook.properties.description,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data1.sha256 !== undefined && func0.call(data1, "sha256")){
let data4 = data1.sha256;
if(typeof data4 === "string"){
if(!pattern14.test(data4)){
const err18 = {instancePath:instancePath+"/runbook/sha256",schemaPath:"common.json#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema25,data:data4};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/runbook/sha256",schemaPath:"common.json#/$defs/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.type,parentSchema:schema25,data:data4};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/runbook",schemaPath:"#/properties/runbook/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema69.properties.runbook.type,parentSchema:schema69.properties.runbook,data:data1};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.action !== undefined && func0.call(data, "action")){
let data5 = data.action;
if(typeof data5 === "string"){
if(!pattern38.test(data5)){
const err21 = {instancePath:instancePath+"/action",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data5};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/action",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data5};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.content !== undefined && func0.call(data, "content")){
if(!(validate34(data.content, {instancePath:instancePath+"/content",parentData:data,parentDataProperty:"content",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
if(data.dry_run !== undefined && func0.call(data, "dry_run")){
let data7 = data.dry_run;
if(typeof data7 !== "boolean"){
const err23 = {instancePath:instancePath+"/dry_run",schemaPath:"#/properties/dry_run/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema69.properties.dry_run.type,parentSchema:schema69.properties.dry_run,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.params !== undefined && func0.call(data, "params")){
let data8 = data.params;
if(!(data8 && typeof data8 == "object" && !Array.isArray(data8))){
const err24 = {instancePath:instancePath+"/params",schemaPath:"#/properties/params/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema69.properties.params.type,parentSchema:schema69.properties.params,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.effect !== undefined && func0.call(data, "effect")){
let data9 = data.effect;
if(!(((data9 === "read") || (data9 === "change")) || (data9 === "destructive"))){
const err25 = {instancePath:instancePath+"/effect",schemaPath:"common.json#/$defs/effect/enum",keyword:"enum",params:{allowedValues: schema57.enum},message:"must be equal to one of the allowed values",schema:schema57.enum,parentSchema:schema57,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.nodes !== undefined && func0.call(data, "nodes")){
let data10 = data.nodes;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
if(!(validate36(data10[i0], {instancePath:instancePath+"/nodes/" + i0,parentData:data10,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
else {
const err26 = {instancePath:instancePath+"/nodes",schemaPath:"#/properties/nodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema69.properties.nodes.type,parentSchema:schema69.properties.nodes,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.preflight !== undefined && func0.call(data, "preflight")){
let data12 = data.preflight;
if(Array.isArray(data12)){
if(data12.length > 20){
const err27 = {instancePath:instancePath+"/preflight",schemaPath:"#/properties/preflight/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items",schema:20,parentSchema:schema69.properties.preflight,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data12.length < 1){
const err28 = {instancePath:instancePath+"/preflight",schemaPath:"#/properties/preflight/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema69.properties.preflight,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(!(validate38(data12[i1], {instancePath:instancePath+"/preflight/" + i1,parentData:data12,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
else {
const err29 = {instancePath:instancePath+"/preflight",schemaPath:"#/properties/preflight/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema69.properties.preflight.type,parentSchema:schema69.properties.preflight,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.verify !== undefined && func0.call(data, "verify")){
let data14 = data.verify;
if(Array.isArray(data14)){
if(data14.length > 20){
const err30 = {instancePath:instancePath+"/verify",schemaPath:"#/properties/verify/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items",schema:20,parentSchema:schema69.properties.verify,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data14.length < 1){
const err31 = {instancePath:instancePath+"/verify",schemaPath:"#/properties/verify/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema69.properties.verify,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
if(!(validate38(data14[i2], {instancePath:instancePath+"/verify/" + i2,parentData:data14,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
else {
const err32 = {instancePath:instancePath+"/verify",schemaPath:"#/properties/verify/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema69.properties.verify.type,parentSchema:schema69.properties.verify,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.steps !== undefined && func0.call(data, "steps")){
let data16 = data.steps;
if(Array.isArray(data16)){
const len3 = data16.length;
for(let i3=0; i3<len3; i3++){
if(!(validate38(data16[i3], {instancePath:instancePath+"/steps/" + i3,parentData:data16,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
else {
const err33 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema69.properties.steps.type,parentSchema:schema69.properties.steps,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.evidence !== undefined && func0.call(data, "evidence")){
let data18 = data.evidence;
if(Array.isArray(data18)){
if(data18.length > 20){
const err34 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items",schema:20,parentSchema:schema69.properties.evidence,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data18.length < 1){
const err35 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema69.properties.evidence,data:data18};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
const len4 = data18.length;
for(let i4=0; i4<len4; i4++){
if(!(validate38(data18[i4], {instancePath:instancePath+"/evidence/" + i4,parentData:data18,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
else {
const err36 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema69.properties.evidence.type,parentSchema:schema69.properties.evidence,data:data18};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.concurrency !== undefined && func0.call(data, "concurrency")){
let data20 = data.concurrency;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err37 = {instancePath:instancePath+"/concurrency",schemaPath:"#/properties/concurrency/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema69.properties.concurrency.type,parentSchema:schema69.properties.concurrency,data:data20};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 256 || isNaN(data20)){
const err38 = {instancePath:instancePath+"/concurrency",schemaPath:"#/properties/concurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256},message:"must be <= 256",schema:256,parentSchema:schema69.properties.concurrency,data:data20};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data20 < 1 || isNaN(data20)){
const err39 = {instancePath:instancePath+"/concurrency",schemaPath:"#/properties/concurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema69.properties.concurrency,data:data20};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data.batches !== undefined && func0.call(data, "batches")){
let data21 = data.batches;
if(Array.isArray(data21)){
if(data21.length > 10000){
const err40 = {instancePath:instancePath+"/batches",schemaPath:"#/properties/batches/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items",schema:10000,parentSchema:schema69.properties.batches,data:data21};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data21.length < 1){
const err41 = {instancePath:instancePath+"/batches",schemaPath:"#/properties/batches/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema69.properties.batches,data:data21};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
const len5 = data21.length;
for(let i5=0; i5<len5; i5++){
let data22 = data21[i5];
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err42 = {instancePath:instancePath+"/batches/" + i5,schemaPath:"#/properties/batches/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema69.properties.batches.items.type,parentSchema:schema69.properties.batches.items,data:data22};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 1 || isNaN(data22)){
const err43 = {instancePath:instancePath+"/batches/" + i5,schemaPath:"#/properties/batches/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema69.properties.batches.items,data:data22};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
}
else {
const err44 = {instancePath:instancePath+"/batches",schemaPath:"#/properties/batches/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema69.properties.batches.type,parentSchema:schema69.properties.batches,data:data21};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.max_failures !== undefined && func0.call(data, "max_failures")){
let data23 = data.max_failures;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err45 = {instancePath:instancePath+"/max_failures",schemaPath:"#/properties/max_failures/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema69.properties.max_failures.type,parentSchema:schema69.properties.max_failures,data:data23};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 0 || isNaN(data23)){
const err46 = {instancePath:instancePath+"/max_failures",schemaPath:"#/properties/max_failures/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema69.properties.max_failures,data:data23};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
if(data.gates !== undefined && func0.call(data, "gates")){
let data24 = data.gates;
if(Array.isArray(data24)){
const len6 = data24.length;
for(let i6=0; i6<len6; i6++){
let data25 = data24[i6];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if((data25.gate === undefined) || (!(func0.call(data25, "gate")))){
const err47 = {instancePath:instancePath+"/gates/" + i6,schemaPath:"#/properties/gates/items/required",keyword:"required",params:{missingProperty: "gate"},message:"must have required property '"+"gate"+"'",schema:schema69.properties.gates.items.required,parentSchema:schema69.properties.gates.items,data:data25};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((data25.verdict === undefined) || (!(func0.call(data25, "verdict")))){
const err48 = {instancePath:instancePath+"/gates/" + i6,schemaPath:"#/properties/gates/items/required",keyword:"required",params:{missingProperty: "verdict"},message:"must have required property '"+"verdict"+"'",schema:schema69.properties.gates.items.required,parentSchema:schema69.properties.gates.items,data:data25};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key2 of Object.keys(data25)){
if(!(((key2 === "gate") || (key2 === "verdict")) || (key2 === "reason"))){
const err49 = {instancePath:instancePath+"/gates/" + i6,schemaPath:"#/properties/gates/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema69.properties.gates.items,data:data25};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data25.gate !== undefined && func0.call(data25, "gate")){
let data26 = data25.gate;
if(typeof data26 === "string"){
if(func8(data26) > 64){
const err50 = {instancePath:instancePath+"/gates/" + i6+"/gate",schemaPath:"#/properties/gates/items/properties/gate/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema69.properties.gates.items.properties.gate,data:data26};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/gates/" + i6+"/gate",schemaPath:"#/properties/gates/items/properties/gate/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema69.properties.gates.items.properties.gate.type,parentSchema:schema69.properties.gates.items.properties.gate,data:data26};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data25.verdict !== undefined && func0.call(data25, "verdict")){
let data27 = data25.verdict;
if(!((data27 === "passed") || (data27 === "refused"))){
const err52 = {instancePath:instancePath+"/gates/" + i6+"/verdict",schemaPath:"#/properties/gates/items/properties/verdict/enum",keyword:"enum",params:{allowedValues: schema69.properties.gates.items.properties.verdict.enum},message:"must be equal to one of the allowed values",schema:schema69.properties.gates.items.properties.verdict.enum,parentSchema:schema69.properties.gates.items.properties.verdict,data:data27};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data25.reason !== undefined && func0.call(data25, "reason")){
let data28 = data25.reason;
if(typeof data28 === "string"){
if(func8(data28) > 2000){
const err53 = {instancePath:instancePath+"/gates/" + i6+"/reason",schemaPath:"#/properties/gates/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema69.properties.gates.items.properties.reason,data:data28};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/gates/" + i6+"/reason",schemaPath:"#/properties/gates/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema69.properties.gates.items.properties.reason.type,parentSchema:schema69.properties.gates.items.properties.reason,data:data28};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/gates/" + i6,schemaPath:"#/properties/gates/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema69.properties.gates.items.type,parentSchema:schema69.properties.gates.items,data:data25};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema69.properties.gates.type,parentSchema:schema69.properties.gates,data:data24};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema69.type,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}
validate33.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape13 = validate45;
const schema95 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/project.json","title":"Project file","description":"What a project allows. rune.yaml at the project's root. Anything that is missing denies.","type":"object","additionalProperties":false,"properties":{"version":{"const":1,"description":"Version of this file."},"policy":{"type":"object","additionalProperties":false,"properties":{"allow":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"effects":{"type":"array","items":{"$ref":"common.json#/$defs/effect"},"maxItems":3,"minItems":1,"description":"Which effects this entry allows."},"runbooks":{"type":"array","items":{"$ref":"common.json#/$defs/id"},"maxItems":1000,"description":"Only these runbooks. Left out: any."},"actions":{"type":"array","items":{"$ref":"common.json#/$defs/actionName"},"maxItems":1000,"description":"Only these actions. Left out: any."},"actors":{"type":"array","items":{"type":"string","maxLength":128,"pattern":"^(\\*|[A-Za-z0-9][A-Za-z0-9._\\[\\]:@-]*)$"},"maxItems":1000,"description":"Who may: a login, user:NAME, or * for anyone who can start a run."},"triggers":{"type":"array","items":{"enum":["cli","workflow_dispatch","repository_dispatch","schedule","push"]},"maxItems":5,"description":"How the run was started."},"targets":{"$ref":"common.json#/$defs/selector","description":"Only nodes that match. Left out: any."}},"required":["effects","actors","triggers"]},"maxItems":200,"description":"A run is allowed when one entry covers each of its actions on each of its nodes. Missing or empty: nothing is."},"limits":{"type":"object","additionalProperties":false,"properties":{"max-targets":{"type":"integer","minimum":1,"maximum":10000,"description":"The largest number of nodes in one run."},"transports":{"type":"array","items":{"$ref":"common.json#/$defs/transport"},"maxItems":3,"description":"Transports that may be used. `local` runs on the machine where rune itself runs and is only allowed where it is listed."},"unversioned":{"type":"array","items":{"$ref":"common.json#/$defs/effect"},"maxItems":3,"minItems":0,"description":"Effects that content outside a git commit may have. Default: read."}},"required":["transports"],"description":"Bounds of every run."}},"required":["allow","limits"],"description":"Default deny."}},"required":["version","policy"]};
const pattern75 = func10("^(\\*|[A-Za-z0-9][A-Za-z0-9._\\[\\]:@-]*)$", "u");

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/project.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate45.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.version === undefined) || (!(func0.call(data, "version")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema95.required,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.policy === undefined) || (!(func0.call(data, "policy")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'",schema:schema95.required,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((key0 === "version") || (key0 === "policy"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.version !== undefined && func0.call(data, "version")){
let data0 = data.version;
if(1 !== data0){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant",schema:1,parentSchema:schema95.properties.version,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.policy !== undefined && func0.call(data, "policy")){
let data1 = data.policy;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if((data1.allow === undefined) || (!(func0.call(data1, "allow")))){
const err4 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/required",keyword:"required",params:{missingProperty: "allow"},message:"must have required property '"+"allow"+"'",schema:schema95.properties.policy.required,parentSchema:schema95.properties.policy,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data1.limits === undefined) || (!(func0.call(data1, "limits")))){
const err5 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/required",keyword:"required",params:{missingProperty: "limits"},message:"must have required property '"+"limits"+"'",schema:schema95.properties.policy.required,parentSchema:schema95.properties.policy,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 of Object.keys(data1)){
if(!((key1 === "allow") || (key1 === "limits"))){
const err6 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema95.properties.policy,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data1.allow !== undefined && func0.call(data1, "allow")){
let data2 = data1.allow;
if(Array.isArray(data2)){
if(data2.length > 200){
const err7 = {instancePath:instancePath+"/policy/allow",schemaPath:"#/properties/policy/properties/allow/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items",schema:200,parentSchema:schema95.properties.policy.properties.allow,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if((data3.effects === undefined) || (!(func0.call(data3, "effects")))){
const err8 = {instancePath:instancePath+"/policy/allow/" + i0,schemaPath:"#/properties/policy/properties/allow/items/required",keyword:"required",params:{missingProperty: "effects"},message:"must have required property '"+"effects"+"'",schema:schema95.properties.policy.properties.allow.items.required,parentSchema:schema95.properties.policy.properties.allow.items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((data3.actors === undefined) || (!(func0.call(data3, "actors")))){
const err9 = {instancePath:instancePath+"/policy/allow/" + i0,schemaPath:"#/properties/policy/properties/allow/items/required",keyword:"required",params:{missingProperty: "actors"},message:"must have required property '"+"actors"+"'",schema:schema95.properties.policy.properties.allow.items.required,parentSchema:schema95.properties.policy.properties.allow.items,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((data3.triggers === undefined) || (!(func0.call(data3, "triggers")))){
const err10 = {instancePath:instancePath+"/policy/allow/" + i0,schemaPath:"#/properties/policy/properties/allow/items/required",keyword:"required",params:{missingProperty: "triggers"},message:"must have required property '"+"triggers"+"'",schema:schema95.properties.policy.properties.allow.items.required,parentSchema:schema95.properties.policy.properties.allow.items,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key2 of Object.keys(data3)){
if(!((((((key2 === "effects") || (key2 === "runbooks")) || (key2 === "actions")) || (key2 === "actors")) || (key2 === "triggers")) || (key2 === "targets"))){
const err11 = {instancePath:instancePath+"/policy/allow/" + i0,schemaPath:"#/properties/policy/properties/allow/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema95.properties.policy.properties.allow.items,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.effects !== undefined && func0.call(data3, "effects")){
let data4 = data3.effects;
if(Array.isArray(data4)){
if(data4.length > 3){
const err12 = {instancePath:instancePath+"/policy/allow/" + i0+"/effects",schemaPath:"#/properties/policy/properties/allow/items/properties/effects/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items",schema:3,parentSchema:schema95.properties.policy.properties.allow.items.properties.effects,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4.length < 1){
const err13 = {instancePath:instancePath+"/policy/allow/" + i0+"/effects",schemaPath:"#/properties/policy/properties/allow/items/properties/effects/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema95.properties.policy.properties.allow.items.properties.effects,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(!(((data5 === "read") || (data5 === "change")) || (data5 === "destructive"))){
const err14 = {instancePath:instancePath+"/policy/allow/" + i0+"/effects/" + i1,schemaPath:"common.json#/$defs/effect/enum",keyword:"enum",params:{allowedValues: schema57.enum},message:"must be equal to one of the allowed values",schema:schema57.enum,parentSchema:schema57,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/policy/allow/" + i0+"/effects",schemaPath:"#/properties/policy/properties/allow/items/properties/effects/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema95.properties.policy.properties.allow.items.properties.effects.type,parentSchema:schema95.properties.policy.properties.allow.items.properties.effects,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.runbooks !== undefined && func0.call(data3, "runbooks")){
let data6 = data3.runbooks;
if(Array.isArray(data6)){
if(data6.length > 1000){
const err16 = {instancePath:instancePath+"/policy/allow/" + i0+"/runbooks",schemaPath:"#/properties/policy/properties/allow/items/properties/runbooks/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items",schema:1000,parentSchema:schema95.properties.policy.properties.allow.items.properties.runbooks,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
const len2 = data6.length;
for(let i2=0; i2<len2; i2++){
let data7 = data6[i2];
if(typeof data7 === "string"){
if(!pattern5.test(data7)){
const err17 = {instancePath:instancePath+"/policy/allow/" + i0+"/runbooks/" + i2,schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/policy/allow/" + i0+"/runbooks/" + i2,schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/policy/allow/" + i0+"/runbooks",schemaPath:"#/properties/policy/properties/allow/items/properties/runbooks/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema95.properties.policy.properties.allow.items.properties.runbooks.type,parentSchema:schema95.properties.policy.properties.allow.items.properties.runbooks,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data3.actions !== undefined && func0.call(data3, "actions")){
let data8 = data3.actions;
if(Array.isArray(data8)){
if(data8.length > 1000){
const err20 = {instancePath:instancePath+"/policy/allow/" + i0+"/actions",schemaPath:"#/properties/policy/properties/allow/items/properties/actions/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items",schema:1000,parentSchema:schema95.properties.policy.properties.allow.items.properties.actions,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
const len3 = data8.length;
for(let i3=0; i3<len3; i3++){
let data9 = data8[i3];
if(typeof data9 === "string"){
if(!pattern38.test(data9)){
const err21 = {instancePath:instancePath+"/policy/allow/" + i0+"/actions/" + i3,schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/policy/allow/" + i0+"/actions/" + i3,schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/policy/allow/" + i0+"/actions",schemaPath:"#/properties/policy/properties/allow/items/properties/actions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema95.properties.policy.properties.allow.items.properties.actions.type,parentSchema:schema95.properties.policy.properties.allow.items.properties.actions,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data3.actors !== undefined && func0.call(data3, "actors")){
let data10 = data3.actors;
if(Array.isArray(data10)){
if(data10.length > 1000){
const err24 = {instancePath:instancePath+"/policy/allow/" + i0+"/actors",schemaPath:"#/properties/policy/properties/allow/items/properties/actors/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items",schema:1000,parentSchema:schema95.properties.policy.properties.allow.items.properties.actors,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
const len4 = data10.length;
for(let i4=0; i4<len4; i4++){
let data11 = data10[i4];
if(typeof data11 === "string"){
if(func8(data11) > 128){
const err25 = {instancePath:instancePath+"/policy/allow/" + i0+"/actors/" + i4,schemaPath:"#/properties/policy/properties/allow/items/properties/actors/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema95.properties.policy.properties.allow.items.properties.actors.items,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern75.test(data11)){
const err26 = {instancePath:instancePath+"/policy/allow/" + i0+"/actors/" + i4,schemaPath:"#/properties/policy/properties/allow/items/properties/actors/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|[A-Za-z0-9][A-Za-z0-9._\\[\\]:@-]*)$"},message:"must match pattern \""+"^(\\*|[A-Za-z0-9][A-Za-z0-9._\\[\\]:@-]*)$"+"\"",schema:"^(\\*|[A-Za-z0-9][A-Za-z0-9._\\[\\]:@-]*)$",parentSchema:schema95.properties.policy.properties.allow.items.properties.actors.items,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/policy/allow/" + i0+"/actors/" + i4,schemaPath:"#/properties/policy/properties/allow/items/properties/actors/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.policy.properties.allow.items.properties.actors.items.type,parentSchema:schema95.properties.policy.properties.allow.items.properties.actors.items,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/policy/allow/" + i0+"/actors",schemaPath:"#/properties/policy/properties/allow/items/properties/actors/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema95.properties.policy.properties.allow.items.properties.actors.type,parentSchema:schema95.properties.policy.properties.allow.items.properties.actors,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data3.triggers !== undefined && func0.call(data3, "triggers")){
let data12 = data3.triggers;
if(Array.isArray(data12)){
if(data12.length > 5){
const err29 = {instancePath:instancePath+"/policy/allow/" + i0+"/triggers",schemaPath:"#/properties/policy/properties/allow/items/properties/triggers/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items",schema:5,parentSchema:schema95.properties.policy.properties.allow.items.properties.triggers,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
const len5 = data12.length;
for(let i5=0; i5<len5; i5++){
let data13 = data12[i5];
if(!(((((data13 === "cli") || (data13 === "workflow_dispatch")) || (data13 === "repository_dispatch")) || (data13 === "schedule")) || (data13 === "push"))){
const err30 = {instancePath:instancePath+"/policy/allow/" + i0+"/triggers/" + i5,schemaPath:"#/properties/policy/properties/allow/items/properties/triggers/items/enum",keyword:"enum",params:{allowedValues: schema95.properties.policy.properties.allow.items.properties.triggers.items.enum},message:"must be equal to one of the allowed values",schema:schema95.properties.policy.properties.allow.items.properties.triggers.items.enum,parentSchema:schema95.properties.policy.properties.allow.items.properties.triggers.items,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/policy/allow/" + i0+"/triggers",schemaPath:"#/properties/policy/properties/allow/items/properties/triggers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema95.properties.policy.properties.allow.items.properties.triggers.type,parentSchema:schema95.properties.policy.properties.allow.items.properties.triggers,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data3.targets !== undefined && func0.call(data3, "targets")){
let data14 = data3.targets;
if(typeof data14 === "string"){
if(func8(data14) > 1000){
const err32 = {instancePath:instancePath+"/policy/allow/" + i0+"/targets",schemaPath:"common.json#/$defs/selector/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema15,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(func8(data14) < 1){
const err33 = {instancePath:instancePath+"/policy/allow/" + i0+"/targets",schemaPath:"common.json#/$defs/selector/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema15,data:data14};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/policy/allow/" + i0+"/targets",schemaPath:"common.json#/$defs/selector/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.type,parentSchema:schema15,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/policy/allow/" + i0,schemaPath:"#/properties/policy/properties/allow/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.properties.policy.properties.allow.items.type,parentSchema:schema95.properties.policy.properties.allow.items,data:data3};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/policy/allow",schemaPath:"#/properties/policy/properties/allow/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema95.properties.policy.properties.allow.type,parentSchema:schema95.properties.policy.properties.allow,data:data2};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data1.limits !== undefined && func0.call(data1, "limits")){
let data15 = data1.limits;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if((data15.transports === undefined) || (!(func0.call(data15, "transports")))){
const err37 = {instancePath:instancePath+"/policy/limits",schemaPath:"#/properties/policy/properties/limits/required",keyword:"required",params:{missingProperty: "transports"},message:"must have required property '"+"transports"+"'",schema:schema95.properties.policy.properties.limits.required,parentSchema:schema95.properties.policy.properties.limits,data:data15};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
for(const key3 of Object.keys(data15)){
if(!(((key3 === "max-targets") || (key3 === "transports")) || (key3 === "unversioned"))){
const err38 = {instancePath:instancePath+"/policy/limits",schemaPath:"#/properties/policy/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema95.properties.policy.properties.limits,data:data15};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data15["max-targets"] !== undefined && func0.call(data15, "max-targets")){
let data16 = data15["max-targets"];
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err39 = {instancePath:instancePath+"/policy/limits/max-targets",schemaPath:"#/properties/policy/properties/limits/properties/max-targets/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.policy.properties.limits.properties["max-targets"].type,parentSchema:schema95.properties.policy.properties.limits.properties["max-targets"],data:data16};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 10000 || isNaN(data16)){
const err40 = {instancePath:instancePath+"/policy/limits/max-targets",schemaPath:"#/properties/policy/properties/limits/properties/max-targets/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema95.properties.policy.properties.limits.properties["max-targets"],data:data16};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data16 < 1 || isNaN(data16)){
const err41 = {instancePath:instancePath+"/policy/limits/max-targets",schemaPath:"#/properties/policy/properties/limits/properties/max-targets/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema95.properties.policy.properties.limits.properties["max-targets"],data:data16};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data15.transports !== undefined && func0.call(data15, "transports")){
let data17 = data15.transports;
if(Array.isArray(data17)){
if(data17.length > 3){
const err42 = {instancePath:instancePath+"/policy/limits/transports",schemaPath:"#/properties/policy/properties/limits/properties/transports/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items",schema:3,parentSchema:schema95.properties.policy.properties.limits.properties.transports,data:data17};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const len6 = data17.length;
for(let i6=0; i6<len6; i6++){
let data18 = data17[i6];
if(!((((data18 === "ssh") || (data18 === "openssh")) || (data18 === "ssm")) || (data18 === "local"))){
const err43 = {instancePath:instancePath+"/policy/limits/transports/" + i6,schemaPath:"common.json#/$defs/transport/enum",keyword:"enum",params:{allowedValues: schema44.enum},message:"must be equal to one of the allowed values",schema:schema44.enum,parentSchema:schema44,data:data18};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/policy/limits/transports",schemaPath:"#/properties/policy/properties/limits/properties/transports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema95.properties.policy.properties.limits.properties.transports.type,parentSchema:schema95.properties.policy.properties.limits.properties.transports,data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data15.unversioned !== undefined && func0.call(data15, "unversioned")){
let data19 = data15.unversioned;
if(Array.isArray(data19)){
if(data19.length > 3){
const err45 = {instancePath:instancePath+"/policy/limits/unversioned",schemaPath:"#/properties/policy/properties/limits/properties/unversioned/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items",schema:3,parentSchema:schema95.properties.policy.properties.limits.properties.unversioned,data:data19};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data19.length < 0){
const err46 = {instancePath:instancePath+"/policy/limits/unversioned",schemaPath:"#/properties/policy/properties/limits/properties/unversioned/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items",schema:0,parentSchema:schema95.properties.policy.properties.limits.properties.unversioned,data:data19};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len7 = data19.length;
for(let i7=0; i7<len7; i7++){
let data20 = data19[i7];
if(!(((data20 === "read") || (data20 === "change")) || (data20 === "destructive"))){
const err47 = {instancePath:instancePath+"/policy/limits/unversioned/" + i7,schemaPath:"common.json#/$defs/effect/enum",keyword:"enum",params:{allowedValues: schema57.enum},message:"must be equal to one of the allowed values",schema:schema57.enum,parentSchema:schema57,data:data20};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/policy/limits/unversioned",schemaPath:"#/properties/policy/properties/limits/properties/unversioned/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema95.properties.policy.properties.limits.properties.unversioned.type,parentSchema:schema95.properties.policy.properties.limits.properties.unversioned,data:data19};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/policy/limits",schemaPath:"#/properties/policy/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.properties.policy.properties.limits.type,parentSchema:schema95.properties.policy.properties.limits,data:data15};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.properties.policy.type,parentSchema:schema95.properties.policy,data:data1};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.type,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}
validate45.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape14 = validate46;
const schema102 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/rcs.json","title":"RcsMessage","description":"A runtime message between the LOM and the LMM.","type":"object","properties":{"message_metadata":{"type":"object","properties":{"version":{"const":"1.0","description":"Version of the protocol."},"message_id":{"$ref":"common.json#/$defs/uuid"},"correlation_id":{"type":"string","maxLength":128,"description":"The id that the sender of the request gave it; the same in every message of a run."},"parent_message_id":{"type":"string","maxLength":128,"description":"The message that this one follows from: a plan from its request, a step from its plan, a result from its step. \"unknown\" where there is none."},"created_at":{"$ref":"common.json#/$defs/timestamp"},"expires_at":{"$ref":"common.json#/$defs/timestamp"},"priority":{"enum":["critical","high","normal","low"],"description":"How urgent it is. Default normal."},"delivery_mode":{"enum":["at_most_once","at_least_once","exactly_once"],"description":"What the sender relies on. RUNE uses at_most_once: nothing is executed twice."}},"required":["version","message_id","created_at"],"description":"Which message this is."},"routing":{"type":"object","properties":{"event_type":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_.]*$","description":"A command in the present tense (ACTION_EXECUTE_REQUEST), something completed in the past tense (ACTION_EXECUTED)."},"event_category":{"type":"string","maxLength":64,"description":"A word for the kind of event."},"source_module":{"type":"string","maxLength":64,"description":"Who sends it: LOM, LMM or another component."},"target_module":{"type":"string","maxLength":64,"description":"Who is to read it."},"routing_tags":{"type":"array","items":{"type":"string","maxLength":200},"description":"What it is about, as `name:value`: node:web-1, action:service_status."},"timeout_ms":{"type":"integer","minimum":0,"description":"The time limit in milliseconds."},"reply_to":{"type":"object","properties":{"event_type":{"type":"string","maxLength":128,"description":"The type of the answer."},"timeout_ms":{"type":"integer","minimum":0,"description":"How long it is waited for, in milliseconds."}},"description":"How an answer is expected."}},"required":["event_type","source_module"],"description":"Where the message comes from, where it goes and what it is about."},"payload":{"type":"object","properties":{"schema_version":{"const":"rcs_v2","description":"Version of the payload."},"content_type":{"const":"application/json","description":"The form of the data."},"encoding":{"type":"string","maxLength":16,"description":"The encoding of the data."},"size_bytes":{"type":"integer","minimum":0,"description":"Bytes of the serialised data; must match."},"checksum":{"$ref":"common.json#/$defs/sha256"},"data":{"type":"object","description":"What the event type says."}},"required":["schema_version","content_type","size_bytes","data"],"description":"The data and what guards it."},"quality_of_service":{"type":"object","properties":{"max_retries":{"type":"integer","minimum":0,"description":"How often it may be sent again."},"retry_delay_ms":{"type":"integer","minimum":0,"description":"How long to wait before that, in milliseconds."},"acknowledgment_required":{"type":"boolean","description":"Whether the receiver has to say that it got it."},"dead_letter_queue":{"type":"string","maxLength":128,"description":"Where it goes when it cannot be delivered."}},"description":"What the sender wants to happen when delivery fails."},"security":{"type":"object","properties":{"sender_identity":{"type":"string","maxLength":200,"description":"Who sends it."},"signature":{"type":"string","maxLength":4000,"description":"A signature of the message."},"encryption_key_id":{"type":"string","maxLength":200,"description":"The key that it is encrypted with."},"access_level":{"enum":["public","internal","restricted","confidential"],"description":"Who may read it."}},"description":"Who sends it and who may read it."},"observability":{"$ref":"common.json#/$defs/messageObservability"}},"required":["message_metadata","routing","payload","observability"]};
const pattern79 = func10("^[A-Z][A-Z0-9_.]*$", "u");

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate47.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.trace_id === undefined) || (!(func0.call(data, "trace_id")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trace_id"},message:"must have required property '"+"trace_id"+"'",schema:schema4.required,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.span_id === undefined) || (!(func0.call(data, "span_id")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "span_id"},message:"must have required property '"+"span_id"+"'",schema:schema4.required,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.trace_id !== undefined && func0.call(data, "trace_id")){
let data0 = data.trace_id;
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
const err2 = {instancePath:instancePath+"/trace_id",schemaPath:"common.json#/$defs/traceId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{32}$"},message:"must match pattern \""+"^[0-9a-f]{32}$"+"\"",schema:"^[0-9a-f]{32}$",parentSchema:schema5,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/trace_id",schemaPath:"common.json#/$defs/traceId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema5.type,parentSchema:schema5,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.span_id !== undefined && func0.call(data, "span_id")){
let data1 = data.span_id;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
const err4 = {instancePath:instancePath+"/span_id",schemaPath:"common.json#/$defs/spanId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{16}$"},message:"must match pattern \""+"^[0-9a-f]{16}$"+"\"",schema:"^[0-9a-f]{16}$",parentSchema:schema6,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/span_id",schemaPath:"common.json#/$defs/spanId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.type,parentSchema:schema6,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema4.type,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}
validate47.evaluated = {"props":{"trace_id":true,"span_id":true},"dynamicProps":false,"dynamicItems":false};


function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/rcs.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate46.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.message_metadata === undefined) || (!(func0.call(data, "message_metadata")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message_metadata"},message:"must have required property '"+"message_metadata"+"'",schema:schema102.required,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.routing === undefined) || (!(func0.call(data, "routing")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "routing"},message:"must have required property '"+"routing"+"'",schema:schema102.required,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.payload === undefined) || (!(func0.call(data, "payload")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "payload"},message:"must have required property '"+"payload"+"'",schema:schema102.required,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.observability === undefined) || (!(func0.call(data, "observability")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "observability"},message:"must have required property '"+"observability"+"'",schema:schema102.required,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.message_metadata !== undefined && func0.call(data, "message_metadata")){
let data0 = data.message_metadata;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.version === undefined) || (!(func0.call(data0, "version")))){
const err4 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema102.properties.message_metadata.required,parentSchema:schema102.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data0.message_id === undefined) || (!(func0.call(data0, "message_id")))){
const err5 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "message_id"},message:"must have required property '"+"message_id"+"'",schema:schema102.properties.message_metadata.required,parentSchema:schema102.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((data0.created_at === undefined) || (!(func0.call(data0, "created_at")))){
const err6 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/required",keyword:"required",params:{missingProperty: "created_at"},message:"must have required property '"+"created_at"+"'",schema:schema102.properties.message_metadata.required,parentSchema:schema102.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data0.version !== undefined && func0.call(data0, "version")){
let data1 = data0.version;
if("1.0" !== data1){
const err7 = {instancePath:instancePath+"/message_metadata/version",schemaPath:"#/properties/message_metadata/properties/version/const",keyword:"const",params:{allowedValue: "1.0"},message:"must be equal to constant",schema:"1.0",parentSchema:schema102.properties.message_metadata.properties.version,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.message_id !== undefined && func0.call(data0, "message_id")){
let data2 = data0.message_id;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err8 = {instancePath:instancePath+"/message_metadata/message_id",schemaPath:"common.json#/$defs/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"+"\"",schema:"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",parentSchema:schema2,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/message_metadata/message_id",schemaPath:"common.json#/$defs/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.type,parentSchema:schema2,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.correlation_id !== undefined && func0.call(data0, "correlation_id")){
let data3 = data0.correlation_id;
if(typeof data3 === "string"){
if(func8(data3) > 128){
const err10 = {instancePath:instancePath+"/message_metadata/correlation_id",schemaPath:"#/properties/message_metadata/properties/correlation_id/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema102.properties.message_metadata.properties.correlation_id,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/message_metadata/correlation_id",schemaPath:"#/properties/message_metadata/properties/correlation_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.message_metadata.properties.correlation_id.type,parentSchema:schema102.properties.message_metadata.properties.correlation_id,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data0.parent_message_id !== undefined && func0.call(data0, "parent_message_id")){
let data4 = data0.parent_message_id;
if(typeof data4 === "string"){
if(func8(data4) > 128){
const err12 = {instancePath:instancePath+"/message_metadata/parent_message_id",schemaPath:"#/properties/message_metadata/properties/parent_message_id/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema102.properties.message_metadata.properties.parent_message_id,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/message_metadata/parent_message_id",schemaPath:"#/properties/message_metadata/properties/parent_message_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.message_metadata.properties.parent_message_id.type,parentSchema:schema102.properties.message_metadata.properties.parent_message_id,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data0.created_at !== undefined && func0.call(data0, "created_at")){
let data5 = data0.created_at;
if(typeof data5 === "string"){
if(!pattern10.test(data5)){
const err14 = {instancePath:instancePath+"/message_metadata/created_at",schemaPath:"common.json#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$",parentSchema:schema20,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/message_metadata/created_at",schemaPath:"common.json#/$defs/timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data0.expires_at !== undefined && func0.call(data0, "expires_at")){
let data6 = data0.expires_at;
if(typeof data6 === "string"){
if(!pattern10.test(data6)){
const err16 = {instancePath:instancePath+"/message_metadata/expires_at",schemaPath:"common.json#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$",parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/message_metadata/expires_at",schemaPath:"common.json#/$defs/timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data0.priority !== undefined && func0.call(data0, "priority")){
let data7 = data0.priority;
if(!((((data7 === "critical") || (data7 === "high")) || (data7 === "normal")) || (data7 === "low"))){
const err18 = {instancePath:instancePath+"/message_metadata/priority",schemaPath:"#/properties/message_metadata/properties/priority/enum",keyword:"enum",params:{allowedValues: schema102.properties.message_metadata.properties.priority.enum},message:"must be equal to one of the allowed values",schema:schema102.properties.message_metadata.properties.priority.enum,parentSchema:schema102.properties.message_metadata.properties.priority,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data0.delivery_mode !== undefined && func0.call(data0, "delivery_mode")){
let data8 = data0.delivery_mode;
if(!(((data8 === "at_most_once") || (data8 === "at_least_once")) || (data8 === "exactly_once"))){
const err19 = {instancePath:instancePath+"/message_metadata/delivery_mode",schemaPath:"#/properties/message_metadata/properties/delivery_mode/enum",keyword:"enum",params:{allowedValues: schema102.properties.message_metadata.properties.delivery_mode.enum},message:"must be equal to one of the allowed values",schema:schema102.properties.message_metadata.properties.delivery_mode.enum,parentSchema:schema102.properties.message_metadata.properties.delivery_mode,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/message_metadata",schemaPath:"#/properties/message_metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.properties.message_metadata.type,parentSchema:schema102.properties.message_metadata,data:data0};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.routing !== undefined && func0.call(data, "routing")){
let data9 = data.routing;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if((data9.event_type === undefined) || (!(func0.call(data9, "event_type")))){
const err21 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/required",keyword:"required",params:{missingProperty: "event_type"},message:"must have required property '"+"event_type"+"'",schema:schema102.properties.routing.required,parentSchema:schema102.properties.routing,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((data9.source_module === undefined) || (!(func0.call(data9, "source_module")))){
const err22 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/required",keyword:"required",params:{missingProperty: "source_module"},message:"must have required property '"+"source_module"+"'",schema:schema102.properties.routing.required,parentSchema:schema102.properties.routing,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data9.event_type !== undefined && func0.call(data9, "event_type")){
let data10 = data9.event_type;
if(typeof data10 === "string"){
if(func8(data10) > 128){
const err23 = {instancePath:instancePath+"/routing/event_type",schemaPath:"#/properties/routing/properties/event_type/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema102.properties.routing.properties.event_type,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!pattern79.test(data10)){
const err24 = {instancePath:instancePath+"/routing/event_type",schemaPath:"#/properties/routing/properties/event_type/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_.]*$"},message:"must match pattern \""+"^[A-Z][A-Z0-9_.]*$"+"\"",schema:"^[A-Z][A-Z0-9_.]*$",parentSchema:schema102.properties.routing.properties.event_type,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/routing/event_type",schemaPath:"#/properties/routing/properties/event_type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.routing.properties.event_type.type,parentSchema:schema102.properties.routing.properties.event_type,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data9.event_category !== undefined && func0.call(data9, "event_category")){
let data11 = data9.event_category;
if(typeof data11 === "string"){
if(func8(data11) > 64){
const err26 = {instancePath:instancePath+"/routing/event_category",schemaPath:"#/properties/routing/properties/event_category/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema102.properties.routing.properties.event_category,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/routing/event_category",schemaPath:"#/properties/routing/properties/event_category/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.routing.properties.event_category.type,parentSchema:schema102.properties.routing.properties.event_category,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data9.source_module !== undefined && func0.call(data9, "source_module")){
let data12 = data9.source_module;
if(typeof data12 === "string"){
if(func8(data12) > 64){
const err28 = {instancePath:instancePath+"/routing/source_module",schemaPath:"#/properties/routing/properties/source_module/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema102.properties.routing.properties.source_module,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/routing/source_module",schemaPath:"#/properties/routing/properties/source_module/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.routing.properties.source_module.type,parentSchema:schema102.properties.routing.properties.source_module,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data9.target_module !== undefined && func0.call(data9, "target_module")){
let data13 = data9.target_module;
if(typeof data13 === "string"){
if(func8(data13) > 64){
const err30 = {instancePath:instancePath+"/routing/target_module",schemaPath:"#/properties/routing/properties/target_module/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema102.properties.routing.properties.target_module,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/routing/target_module",schemaPath:"#/properties/routing/properties/target_module/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.routing.properties.target_module.type,parentSchema:schema102.properties.routing.properties.target_module,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data9.routing_tags !== undefined && func0.call(data9, "routing_tags")){
let data14 = data9.routing_tags;
if(Array.isArray(data14)){
const len0 = data14.length;
for(let i0=0; i0<len0; i0++){
let data15 = data14[i0];
if(typeof data15 === "string"){
if(func8(data15) > 200){
const err32 = {instancePath:instancePath+"/routing/routing_tags/" + i0,schemaPath:"#/properties/routing/properties/routing_tags/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema102.properties.routing.properties.routing_tags.items,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/routing/routing_tags/" + i0,schemaPath:"#/properties/routing/properties/routing_tags/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.routing.properties.routing_tags.items.type,parentSchema:schema102.properties.routing.properties.routing_tags.items,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/routing/routing_tags",schemaPath:"#/properties/routing/properties/routing_tags/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema102.properties.routing.properties.routing_tags.type,parentSchema:schema102.properties.routing.properties.routing_tags,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data9.timeout_ms !== undefined && func0.call(data9, "timeout_ms")){
let data16 = data9.timeout_ms;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err35 = {instancePath:instancePath+"/routing/timeout_ms",schemaPath:"#/properties/routing/properties/timeout_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.routing.properties.timeout_ms.type,parentSchema:schema102.properties.routing.properties.timeout_ms,data:data16};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
const err36 = {instancePath:instancePath+"/routing/timeout_ms",schemaPath:"#/properties/routing/properties/timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.routing.properties.timeout_ms,data:data16};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data9.reply_to !== undefined && func0.call(data9, "reply_to")){
let data17 = data9.reply_to;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.event_type !== undefined && func0.call(data17, "event_type")){
let data18 = data17.event_type;
if(typeof data18 === "string"){
if(func8(data18) > 128){
const err37 = {instancePath:instancePath+"/routing/reply_to/event_type",schemaPath:"#/properties/routing/properties/reply_to/properties/event_type/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema102.properties.routing.properties.reply_to.properties.event_type,data:data18};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/routing/reply_to/event_type",schemaPath:"#/properties/routing/properties/reply_to/properties/event_type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.routing.properties.reply_to.properties.event_type.type,parentSchema:schema102.properties.routing.properties.reply_to.properties.event_type,data:data18};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data17.timeout_ms !== undefined && func0.call(data17, "timeout_ms")){
let data19 = data17.timeout_ms;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err39 = {instancePath:instancePath+"/routing/reply_to/timeout_ms",schemaPath:"#/properties/routing/properties/reply_to/properties/timeout_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.routing.properties.reply_to.properties.timeout_ms.type,parentSchema:schema102.properties.routing.properties.reply_to.properties.timeout_ms,data:data19};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err40 = {instancePath:instancePath+"/routing/reply_to/timeout_ms",schemaPath:"#/properties/routing/properties/reply_to/properties/timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.routing.properties.reply_to.properties.timeout_ms,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
}
else {
const err41 = {instancePath:instancePath+"/routing/reply_to",schemaPath:"#/properties/routing/properties/reply_to/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.properties.routing.properties.reply_to.type,parentSchema:schema102.properties.routing.properties.reply_to,data:data17};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.properties.routing.type,parentSchema:schema102.properties.routing,data:data9};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.payload !== undefined && func0.call(data, "payload")){
let data20 = data.payload;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if((data20.schema_version === undefined) || (!(func0.call(data20, "schema_version")))){
const err43 = {instancePath:instancePath+"/payload",schemaPath:"#/properties/payload/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema102.properties.payload.required,parentSchema:schema102.properties.payload,data:data20};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((data20.content_type === undefined) || (!(func0.call(data20, "content_type")))){
const err44 = {instancePath:instancePath+"/payload",schemaPath:"#/properties/payload/required",keyword:"required",params:{missingProperty: "content_type"},message:"must have required property '"+"content_type"+"'",schema:schema102.properties.payload.required,parentSchema:schema102.properties.payload,data:data20};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((data20.size_bytes === undefined) || (!(func0.call(data20, "size_bytes")))){
const err45 = {instancePath:instancePath+"/payload",schemaPath:"#/properties/payload/required",keyword:"required",params:{missingProperty: "size_bytes"},message:"must have required property '"+"size_bytes"+"'",schema:schema102.properties.payload.required,parentSchema:schema102.properties.payload,data:data20};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if((data20.data === undefined) || (!(func0.call(data20, "data")))){
const err46 = {instancePath:instancePath+"/payload",schemaPath:"#/properties/payload/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'",schema:schema102.properties.payload.required,parentSchema:schema102.properties.payload,data:data20};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data20.schema_version !== undefined && func0.call(data20, "schema_version")){
let data21 = data20.schema_version;
if("rcs_v2" !== data21){
const err47 = {instancePath:instancePath+"/payload/schema_version",schemaPath:"#/properties/payload/properties/schema_version/const",keyword:"const",params:{allowedValue: "rcs_v2"},message:"must be equal to constant",schema:"rcs_v2",parentSchema:schema102.properties.payload.properties.schema_version,data:data21};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data20.content_type !== undefined && func0.call(data20, "content_type")){
let data22 = data20.content_type;
if("application/json" !== data22){
const err48 = {instancePath:instancePath+"/payload/content_type",schemaPath:"#/properties/payload/properties/content_type/const",keyword:"const",params:{allowedValue: "application/json"},message:"must be equal to constant",schema:"application/json",parentSchema:schema102.properties.payload.properties.content_type,data:data22};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data20.encoding !== undefined && func0.call(data20, "encoding")){
let data23 = data20.encoding;
if(typeof data23 === "string"){
if(func8(data23) > 16){
const err49 = {instancePath:instancePath+"/payload/encoding",schemaPath:"#/properties/payload/properties/encoding/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters",schema:16,parentSchema:schema102.properties.payload.properties.encoding,data:data23};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/payload/encoding",schemaPath:"#/properties/payload/properties/encoding/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.payload.properties.encoding.type,parentSchema:schema102.properties.payload.properties.encoding,data:data23};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data20.size_bytes !== undefined && func0.call(data20, "size_bytes")){
let data24 = data20.size_bytes;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err51 = {instancePath:instancePath+"/payload/size_bytes",schemaPath:"#/properties/payload/properties/size_bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.payload.properties.size_bytes.type,parentSchema:schema102.properties.payload.properties.size_bytes,data:data24};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 0 || isNaN(data24)){
const err52 = {instancePath:instancePath+"/payload/size_bytes",schemaPath:"#/properties/payload/properties/size_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.payload.properties.size_bytes,data:data24};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
if(data20.checksum !== undefined && func0.call(data20, "checksum")){
let data25 = data20.checksum;
if(typeof data25 === "string"){
if(!pattern14.test(data25)){
const err53 = {instancePath:instancePath+"/payload/checksum",schemaPath:"common.json#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema25,data:data25};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/payload/checksum",schemaPath:"common.json#/$defs/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.type,parentSchema:schema25,data:data25};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data20.data !== undefined && func0.call(data20, "data")){
let data26 = data20.data;
if(!(data26 && typeof data26 == "object" && !Array.isArray(data26))){
const err55 = {instancePath:instancePath+"/payload/data",schemaPath:"#/properties/payload/properties/data/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.properties.payload.properties.data.type,parentSchema:schema102.properties.payload.properties.data,data:data26};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/payload",schemaPath:"#/properties/payload/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.properties.payload.type,parentSchema:schema102.properties.payload,data:data20};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.quality_of_service !== undefined && func0.call(data, "quality_of_service")){
let data27 = data.quality_of_service;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(data27.max_retries !== undefined && func0.call(data27, "max_retries")){
let data28 = data27.max_retries;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err57 = {instancePath:instancePath+"/quality_of_service/max_retries",schemaPath:"#/properties/quality_of_service/properties/max_retries/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.quality_of_service.properties.max_retries.type,parentSchema:schema102.properties.quality_of_service.properties.max_retries,data:data28};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 0 || isNaN(data28)){
const err58 = {instancePath:instancePath+"/quality_of_service/max_retries",schemaPath:"#/properties/quality_of_service/properties/max_retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.quality_of_service.properties.max_retries,data:data28};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
if(data27.retry_delay_ms !== undefined && func0.call(data27, "retry_delay_ms")){
let data29 = data27.retry_delay_ms;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err59 = {instancePath:instancePath+"/quality_of_service/retry_delay_ms",schemaPath:"#/properties/quality_of_service/properties/retry_delay_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.quality_of_service.properties.retry_delay_ms.type,parentSchema:schema102.properties.quality_of_service.properties.retry_delay_ms,data:data29};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 0 || isNaN(data29)){
const err60 = {instancePath:instancePath+"/quality_of_service/retry_delay_ms",schemaPath:"#/properties/quality_of_service/properties/retry_delay_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.quality_of_service.properties.retry_delay_ms,data:data29};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
if(data27.acknowledgment_required !== undefined && func0.call(data27, "acknowledgment_required")){
let data30 = data27.acknowledgment_required;
if(typeof data30 !== "boolean"){
const err61 = {instancePath:instancePath+"/quality_of_service/acknowledgment_required",schemaPath:"#/properties/quality_of_service/properties/acknowledgment_required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema102.properties.quality_of_service.properties.acknowledgment_required.type,parentSchema:schema102.properties.quality_of_service.properties.acknowledgment_required,data:data30};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data27.dead_letter_queue !== undefined && func0.call(data27, "dead_letter_queue")){
let data31 = data27.dead_letter_queue;
if(typeof data31 === "string"){
if(func8(data31) > 128){
const err62 = {instancePath:instancePath+"/quality_of_service/dead_letter_queue",schemaPath:"#/properties/quality_of_service/properties/dead_letter_queue/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema102.properties.quality_of_service.properties.dead_letter_queue,data:data31};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/quality_of_service/dead_letter_queue",schemaPath:"#/properties/quality_of_service/properties/dead_letter_queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.quality_of_service.properties.dead_letter_queue.type,parentSchema:schema102.properties.quality_of_service.properties.dead_letter_queue,data:data31};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/quality_of_service",schemaPath:"#/properties/quality_of_service/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.properties.quality_of_service.type,parentSchema:schema102.properties.quality_of_service,data:data27};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data.security !== undefined && func0.call(data, "security")){
let data32 = data.security;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.sender_identity !== undefined && func0.call(data32, "sender_identity")){
let data33 = data32.sender_identity;
if(typeof data33 === "string"){
if(func8(data33) > 200){
const err65 = {instancePath:instancePath+"/security/sender_identity",schemaPath:"#/properties/security/properties/sender_identity/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema102.properties.security.properties.sender_identity,data:data33};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/security/sender_identity",schemaPath:"#/properties/security/properties/sender_identity/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.security.properties.sender_identity.type,parentSchema:schema102.properties.security.properties.sender_identity,data:data33};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data32.signature !== undefined && func0.call(data32, "signature")){
let data34 = data32.signature;
if(typeof data34 === "string"){
if(func8(data34) > 4000){
const err67 = {instancePath:instancePath+"/security/signature",schemaPath:"#/properties/security/properties/signature/maxLength",keyword:"maxLength",params:{limit: 4000},message:"must NOT have more than 4000 characters",schema:4000,parentSchema:schema102.properties.security.properties.signature,data:data34};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/security/signature",schemaPath:"#/properties/security/properties/signature/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.security.properties.signature.type,parentSchema:schema102.properties.security.properties.signature,data:data34};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data32.encryption_key_id !== undefined && func0.call(data32, "encryption_key_id")){
let data35 = data32.encryption_key_id;
if(typeof data35 === "string"){
if(func8(data35) > 200){
const err69 = {instancePath:instancePath+"/security/encryption_key_id",schemaPath:"#/properties/security/properties/encryption_key_id/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema102.properties.security.properties.encryption_key_id,data:data35};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/security/encryption_key_id",schemaPath:"#/properties/security/properties/encryption_key_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.security.properties.encryption_key_id.type,parentSchema:schema102.properties.security.properties.encryption_key_id,data:data35};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data32.access_level !== undefined && func0.call(data32, "access_level")){
let data36 = data32.access_level;
if(!((((data36 === "public") || (data36 === "internal")) || (data36 === "restricted")) || (data36 === "confidential"))){
const err71 = {instancePath:instancePath+"/security/access_level",schemaPath:"#/properties/security/properties/access_level/enum",keyword:"enum",params:{allowedValues: schema102.properties.security.properties.access_level.enum},message:"must be equal to one of the allowed values",schema:schema102.properties.security.properties.access_level.enum,parentSchema:schema102.properties.security.properties.access_level,data:data36};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
else {
const err72 = {instancePath:instancePath+"/security",schemaPath:"#/properties/security/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.properties.security.type,parentSchema:schema102.properties.security,data:data32};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data.observability !== undefined && func0.call(data, "observability")){
if(!(validate47(data.observability, {instancePath:instancePath+"/observability",parentData:data,parentDataProperty:"observability",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
}
}
else {
const err73 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.type,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
validate46.errors = vErrors;
return errors === 0;
}
validate46.evaluated = {"props":{"message_metadata":true,"routing":true,"payload":true,"quality_of_service":true,"security":true,"observability":true},"dynamicProps":false,"dynamicItems":false};

const shape15 = validate49;
const schema110 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/report.json","title":"Run report","description":"The result of one run, whatever happened.","type":"object","additionalProperties":false,"properties":{"schema_version":{"const":"1.0","description":"Version of this shape."},"run_id":{"$ref":"common.json#/$defs/uuid","description":"The run, a UUID."},"correlation_id":{"$ref":"common.json#/$defs/correlationId"},"status":{"enum":["good","failed","unknown","cancelled","refused","invalid","error"],"description":"good: every node is. refused: policy. invalid: the request or the files. error: a fault of RUNE itself or of its record."},"exit_status":{"type":"integer","minimum":0,"maximum":255,"description":"The exit status of the command."},"runbook":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string","maxLength":200,"description":"The runbook's name."},"description":{"type":"string","maxLength":500,"description":"What it does."},"sha256":{"$ref":"common.json#/$defs/sha256"}},"required":["name"],"description":"The runbook that was asked for."},"action":{"type":"string","maxLength":200,"description":"The action that was asked for, where it was a single one."},"dry_run":{"type":"boolean","description":"Whether it was a dry run, in which nothing is changed."},"trigger":{"type":"string","maxLength":64,"description":"How the run was started."},"actor":{"type":"string","maxLength":128,"description":"Who started it: the login GitHub names, or the local user."},"triggering_actor":{"type":"string","maxLength":128,"description":"Who pressed the button of this attempt, where GitHub names somebody else."},"requested_by":{"type":"string","maxLength":200,"description":"Who the sender says it acts for. A claim."},"reason":{"type":"string","maxLength":500,"description":"Why the run was started."},"ticket":{"type":"string","maxLength":128,"description":"The ticket it belongs to."},"content":{"$ref":"common.json#/$defs/content"},"plan_hash":{"$ref":"common.json#/$defs/sha256"},"tool":{"type":"object","additionalProperties":false,"properties":{"name":{"const":"rune","description":"Always this word."},"version":{"$ref":"common.json#/$defs/semver"}},"required":["name","version"],"description":"What wrote this."},"started_at":{"$ref":"common.json#/$defs/timestamp"},"finished_at":{"$ref":"common.json#/$defs/timestamp"},"duration_ms":{"type":"integer","minimum":0,"description":"How long it took, in milliseconds."},"counts":{"type":"object","additionalProperties":false,"properties":{"nodes":{"type":"integer","minimum":0,"description":"All nodes of the plan."},"good":{"type":"integer","minimum":0,"description":"Nodes with a good outcome."},"failed":{"type":"integer","minimum":0,"description":"Nodes that failed or were refused."},"unknown":{"type":"integer","minimum":0,"description":"Nodes whose state is not known: look at them before anything else."},"cancelled":{"type":"integer","minimum":0,"description":"Nodes that a cancel stopped."},"untouched":{"type":"integer","minimum":0,"description":"Nodes on which the steps were not begun, because the run stopped before."}},"required":["nodes","good","failed","unknown","cancelled","untouched"],"description":"Nodes by what became of them."},"nodes":{"type":"array","items":{"$ref":"#/$defs/node"},"description":"Nodes that are not good come first."},"problems":{"type":"array","items":{"$ref":"common.json#/$defs/problem"},"description":"Why nothing was run, or what else is wrong."},"record":{"type":"string","maxLength":4000,"description":"Where the record folder was written."}},"required":["schema_version","run_id","correlation_id","status","exit_status","dry_run","trigger","actor","tool","started_at","finished_at","duration_ms","counts","nodes","problems"],"$defs":{"error":{"title":"ReportError","type":"object","additionalProperties":false,"properties":{"kind":{"type":"string","maxLength":64,"description":"The EPS kind."},"code":{"type":"integer","description":"The numeric code of the kind."},"message":{"type":"string","maxLength":8000,"description":"What was found and what was expected."},"advice":{"type":"string","maxLength":2000,"description":"What to do next."},"phase":{"type":"string","maxLength":32,"description":"How far the step had come."},"executed":{"$ref":"common.json#/$defs/executed"},"retryable":{"type":"boolean","description":"Whether the same may be tried again."},"fingerprint":{"$ref":"common.json#/$defs/sha256"}},"required":["kind","code","message","advice","executed","retryable"],"description":"An error for people and programs."},"earlier":{"title":"ReportEarlier","type":"object","additionalProperties":false,"properties":{"attempt":{"type":"integer","minimum":1,"description":"One-based. Tries that nothing came of on the node belong to the same attempt."},"executed":{"$ref":"common.json#/$defs/executed"},"kind":{"type":"string","maxLength":64,"description":"The EPS kind."},"message":{"type":"string","maxLength":500,"description":"The beginning of its message."},"record":{"type":"string","maxLength":300,"description":"Its file in the record."}},"required":["attempt","executed","kind","message"],"description":"A try of a step that another one followed."},"step":{"title":"ReportStep","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id"},"action":{"$ref":"common.json#/$defs/actionName"},"phase":{"$ref":"common.json#/$defs/flowPhase","description":"Where in the node's run it stood. Absent: do, one of the runbook's steps."},"iteration":{"$ref":"common.json#/$defs/iteration"},"ran_on":{"$ref":"common.json#/$defs/id","description":"The node whose result a step with `once` has here."},"attempt":{"type":"integer","minimum":1,"description":"One-based; it is part of the key by which the node knows the launch. Each time that `until` asks is an attempt."},"earlier":{"type":"array","items":{"$ref":"#/$defs/earlier"},"maxItems":20,"description":"The last tries before this one, in order; absent where there was none."},"tries":{"type":"integer","minimum":2,"description":"How many tries there were in all, where `earlier` does not have all of them."},"status":{"enum":["succeeded","failed","skipped","unknown","cancelled","not_run"],"description":"skipped: its `if` was false, its list was empty, or another node ran it. not_run: it was not its turn."},"executed":{"$ref":"common.json#/$defs/executed"},"started_at":{"$ref":"common.json#/$defs/timestamp"},"duration_ms":{"type":"integer","minimum":0,"description":"How long it took, in milliseconds."},"output":{"type":"object","description":"The plugin's output_data."},"error":{"$ref":"#/$defs/error"},"warnings":{"type":"array","items":{"type":"string","maxLength":2000},"description":"What was accepted, but should be mended."},"replay_of":{"type":"string","pattern":"^[0-9a-f]{32}$","description":"Nothing was run again: the result is that of this earlier launch, which had the same correlation id."},"record":{"type":"string","maxLength":300,"description":"The step's file in the record."},"stderr":{"type":"string","maxLength":300,"description":"The step's stderr in the record."}},"required":["id","action","status","executed"],"description":"One start of an action on a node, or why it was not started."},"node":{"title":"ReportNode","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"common.json#/$defs/id"},"outcome":{"enum":["fixed","not_needed","done","not_fixed","rolled_back","rollback_failed","failed","unknown","refused","cancelled","untouched"],"description":"fixed, not_needed and done are good."},"good":{"type":"boolean","description":"Whether the outcome is one that a person wants."},"transport":{"$ref":"common.json#/$defs/transport"},"address":{"type":"string","maxLength":253,"description":"Host name or IP address."},"host_key_sha256":{"type":"string","maxLength":100,"description":"Fingerprint of the host key that was seen."},"duration_ms":{"type":"integer","minimum":0,"description":"How long it took, in milliseconds."},"steps":{"type":"array","items":{"$ref":"#/$defs/step"},"description":"In order: preflight, verify before, the steps, verify after, undo, evidence; each as its last try left it. What a node's run did not come to is left out, but for the steps."},"error":{"$ref":"#/$defs/error"}},"required":["name","outcome","good","steps"],"description":"A node and its steps."}}};

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate50.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.versioned === undefined) || (!(func0.call(data, "versioned")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "versioned"},message:"must have required property '"+"versioned"+"'",schema:schema73.required,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((key0 === "versioned") || (key0 === "commit")) || (key0 === "reason"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.versioned !== undefined && func0.call(data, "versioned")){
let data0 = data.versioned;
if(typeof data0 !== "boolean"){
const err2 = {instancePath:instancePath+"/versioned",schemaPath:"#/properties/versioned/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema73.properties.versioned.type,parentSchema:schema73.properties.versioned,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.commit !== undefined && func0.call(data, "commit")){
let data1 = data.commit;
if(typeof data1 === "string"){
if(!pattern58.test(data1)){
const err3 = {instancePath:instancePath+"/commit",schemaPath:"common.json#/$defs/commit/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$"},message:"must match pattern \""+"^([0-9a-f]{40}|[0-9a-f]{64})$"+"\"",schema:"^([0-9a-f]{40}|[0-9a-f]{64})$",parentSchema:schema74,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/commit",schemaPath:"common.json#/$defs/commit/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema74.type,parentSchema:schema74,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.reason !== undefined && func0.call(data, "reason")){
let data2 = data.reason;
if(typeof data2 === "string"){
if(func8(data2) > 500){
const err5 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema73.properties.reason,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema73.properties.reason.type,parentSchema:schema73.properties.reason,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema73.type,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate50.errors = vErrors;
return errors === 0;
}
validate50.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema120 = {"title":"ReportNode","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"common.json#/$defs/id"},"outcome":{"enum":["fixed","not_needed","done","not_fixed","rolled_back","rollback_failed","failed","unknown","refused","cancelled","untouched"],"description":"fixed, not_needed and done are good."},"good":{"type":"boolean","description":"Whether the outcome is one that a person wants."},"transport":{"$ref":"common.json#/$defs/transport"},"address":{"type":"string","maxLength":253,"description":"Host name or IP address."},"host_key_sha256":{"type":"string","maxLength":100,"description":"Fingerprint of the host key that was seen."},"duration_ms":{"type":"integer","minimum":0,"description":"How long it took, in milliseconds."},"steps":{"type":"array","items":{"$ref":"#/$defs/step"},"description":"In order: preflight, verify before, the steps, verify after, undo, evidence; each as its last try left it. What a node's run did not come to is left out, but for the steps."},"error":{"$ref":"#/$defs/error"}},"required":["name","outcome","good","steps"],"description":"A node and its steps."};
const schema123 = {"title":"ReportStep","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id"},"action":{"$ref":"common.json#/$defs/actionName"},"phase":{"$ref":"common.json#/$defs/flowPhase","description":"Where in the node's run it stood. Absent: do, one of the runbook's steps."},"iteration":{"$ref":"common.json#/$defs/iteration"},"ran_on":{"$ref":"common.json#/$defs/id","description":"The node whose result a step with `once` has here."},"attempt":{"type":"integer","minimum":1,"description":"One-based; it is part of the key by which the node knows the launch. Each time that `until` asks is an attempt."},"earlier":{"type":"array","items":{"$ref":"#/$defs/earlier"},"maxItems":20,"description":"The last tries before this one, in order; absent where there was none."},"tries":{"type":"integer","minimum":2,"description":"How many tries there were in all, where `earlier` does not have all of them."},"status":{"enum":["succeeded","failed","skipped","unknown","cancelled","not_run"],"description":"skipped: its `if` was false, its list was empty, or another node ran it. not_run: it was not its turn."},"executed":{"$ref":"common.json#/$defs/executed"},"started_at":{"$ref":"common.json#/$defs/timestamp"},"duration_ms":{"type":"integer","minimum":0,"description":"How long it took, in milliseconds."},"output":{"type":"object","description":"The plugin's output_data."},"error":{"$ref":"#/$defs/error"},"warnings":{"type":"array","items":{"type":"string","maxLength":2000},"description":"What was accepted, but should be mended."},"replay_of":{"type":"string","pattern":"^[0-9a-f]{32}$","description":"Nothing was run again: the result is that of this earlier launch, which had the same correlation id."},"record":{"type":"string","maxLength":300,"description":"The step's file in the record."},"stderr":{"type":"string","maxLength":300,"description":"The step's stderr in the record."}},"required":["id","action","status","executed"],"description":"One start of an action on a node, or why it was not started."};
const schema129 = {"title":"ReportEarlier","type":"object","additionalProperties":false,"properties":{"attempt":{"type":"integer","minimum":1,"description":"One-based. Tries that nothing came of on the node belong to the same attempt."},"executed":{"$ref":"common.json#/$defs/executed"},"kind":{"type":"string","maxLength":64,"description":"The EPS kind."},"message":{"type":"string","maxLength":500,"description":"The beginning of its message."},"record":{"type":"string","maxLength":300,"description":"Its file in the record."}},"required":["attempt","executed","kind","message"],"description":"A try of a step that another one followed."};

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate54.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.attempt === undefined) || (!(func0.call(data, "attempt")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "attempt"},message:"must have required property '"+"attempt"+"'",schema:schema129.required,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.executed === undefined) || (!(func0.call(data, "executed")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "executed"},message:"must have required property '"+"executed"+"'",schema:schema129.required,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.kind === undefined) || (!(func0.call(data, "kind")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema129.required,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.message === undefined) || (!(func0.call(data, "message")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema129.required,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((((key0 === "attempt") || (key0 === "executed")) || (key0 === "kind")) || (key0 === "message")) || (key0 === "record"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.attempt !== undefined && func0.call(data, "attempt")){
let data0 = data.attempt;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err5 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema129.properties.attempt.type,parentSchema:schema129.properties.attempt,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
const err6 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema129.properties.attempt,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.executed !== undefined && func0.call(data, "executed")){
let data1 = data.executed;
if(!(((data1 === "no") || (data1 === "yes")) || (data1 === "unknown"))){
const err7 = {instancePath:instancePath+"/executed",schemaPath:"common.json#/$defs/executed/enum",keyword:"enum",params:{allowedValues: schema22.enum},message:"must be equal to one of the allowed values",schema:schema22.enum,parentSchema:schema22,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.kind !== undefined && func0.call(data, "kind")){
let data2 = data.kind;
if(typeof data2 === "string"){
if(func8(data2) > 64){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema129.properties.kind,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema129.properties.kind.type,parentSchema:schema129.properties.kind,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.message !== undefined && func0.call(data, "message")){
let data3 = data.message;
if(typeof data3 === "string"){
if(func8(data3) > 500){
const err10 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema129.properties.message,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema129.properties.message.type,parentSchema:schema129.properties.message,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.record !== undefined && func0.call(data, "record")){
let data4 = data.record;
if(typeof data4 === "string"){
if(func8(data4) > 300){
const err12 = {instancePath:instancePath+"/record",schemaPath:"#/properties/record/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema129.properties.record,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/record",schemaPath:"#/properties/record/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema129.properties.record.type,parentSchema:schema129.properties.record,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema129.type,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate54.errors = vErrors;
return errors === 0;
}
validate54.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema133 = {"title":"ReportError","type":"object","additionalProperties":false,"properties":{"kind":{"type":"string","maxLength":64,"description":"The EPS kind."},"code":{"type":"integer","description":"The numeric code of the kind."},"message":{"type":"string","maxLength":8000,"description":"What was found and what was expected."},"advice":{"type":"string","maxLength":2000,"description":"What to do next."},"phase":{"type":"string","maxLength":32,"description":"How far the step had come."},"executed":{"$ref":"common.json#/$defs/executed"},"retryable":{"type":"boolean","description":"Whether the same may be tried again."},"fingerprint":{"$ref":"common.json#/$defs/sha256"}},"required":["kind","code","message","advice","executed","retryable"],"description":"An error for people and programs."};

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate56.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.kind === undefined) || (!(func0.call(data, "kind")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema133.required,parentSchema:schema133,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.code === undefined) || (!(func0.call(data, "code")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'",schema:schema133.required,parentSchema:schema133,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.message === undefined) || (!(func0.call(data, "message")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema133.required,parentSchema:schema133,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.advice === undefined) || (!(func0.call(data, "advice")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "advice"},message:"must have required property '"+"advice"+"'",schema:schema133.required,parentSchema:schema133,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.executed === undefined) || (!(func0.call(data, "executed")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "executed"},message:"must have required property '"+"executed"+"'",schema:schema133.required,parentSchema:schema133,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data.retryable === undefined) || (!(func0.call(data, "retryable")))){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "retryable"},message:"must have required property '"+"retryable"+"'",schema:schema133.required,parentSchema:schema133,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((((((key0 === "kind") || (key0 === "code")) || (key0 === "message")) || (key0 === "advice")) || (key0 === "phase")) || (key0 === "executed")) || (key0 === "retryable")) || (key0 === "fingerprint"))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema133,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined && func0.call(data, "kind")){
let data0 = data.kind;
if(typeof data0 === "string"){
if(func8(data0) > 64){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema133.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema133.properties.kind.type,parentSchema:schema133.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.code !== undefined && func0.call(data, "code")){
let data1 = data.code;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err9 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema133.properties.code.type,parentSchema:schema133.properties.code,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.message !== undefined && func0.call(data, "message")){
let data2 = data.message;
if(typeof data2 === "string"){
if(func8(data2) > 8000){
const err10 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/maxLength",keyword:"maxLength",params:{limit: 8000},message:"must NOT have more than 8000 characters",schema:8000,parentSchema:schema133.properties.message,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema133.properties.message.type,parentSchema:schema133.properties.message,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.advice !== undefined && func0.call(data, "advice")){
let data3 = data.advice;
if(typeof data3 === "string"){
if(func8(data3) > 2000){
const err12 = {instancePath:instancePath+"/advice",schemaPath:"#/properties/advice/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema133.properties.advice,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/advice",schemaPath:"#/properties/advice/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema133.properties.advice.type,parentSchema:schema133.properties.advice,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.phase !== undefined && func0.call(data, "phase")){
let data4 = data.phase;
if(typeof data4 === "string"){
if(func8(data4) > 32){
const err14 = {instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema133.properties.phase,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema133.properties.phase.type,parentSchema:schema133.properties.phase,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.executed !== undefined && func0.call(data, "executed")){
let data5 = data.executed;
if(!(((data5 === "no") || (data5 === "yes")) || (data5 === "unknown"))){
const err16 = {instancePath:instancePath+"/executed",schemaPath:"common.json#/$defs/executed/enum",keyword:"enum",params:{allowedValues: schema22.enum},message:"must be equal to one of the allowed values",schema:schema22.enum,parentSchema:schema22,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.retryable !== undefined && func0.call(data, "retryable")){
let data6 = data.retryable;
if(typeof data6 !== "boolean"){
const err17 = {instancePath:instancePath+"/retryable",schemaPath:"#/properties/retryable/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema133.properties.retryable.type,parentSchema:schema133.properties.retryable,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.fingerprint !== undefined && func0.call(data, "fingerprint")){
let data7 = data.fingerprint;
if(typeof data7 === "string"){
if(!pattern14.test(data7)){
const err18 = {instancePath:instancePath+"/fingerprint",schemaPath:"common.json#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema25,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/fingerprint",schemaPath:"common.json#/$defs/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.type,parentSchema:schema25,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema133.type,parentSchema:schema133,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate56.errors = vErrors;
return errors === 0;
}
validate56.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.id === undefined) || (!(func0.call(data, "id")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema123.required,parentSchema:schema123,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.action === undefined) || (!(func0.call(data, "action")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'",schema:schema123.required,parentSchema:schema123,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.status === undefined) || (!(func0.call(data, "status")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema123.required,parentSchema:schema123,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.executed === undefined) || (!(func0.call(data, "executed")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "executed"},message:"must have required property '"+"executed"+"'",schema:schema123.required,parentSchema:schema123,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema123.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema123,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.id !== undefined && func0.call(data, "id")){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
const err5 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.action !== undefined && func0.call(data, "action")){
let data1 = data.action;
if(typeof data1 === "string"){
if(!pattern38.test(data1)){
const err7 = {instancePath:instancePath+"/action",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/action",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.phase !== undefined && func0.call(data, "phase")){
let data2 = data.phase;
if(!((((((data2 === "preflight") || (data2 === "before")) || (data2 === "do")) || (data2 === "after")) || (data2 === "undo")) || (data2 === "evidence"))){
const err9 = {instancePath:instancePath+"/phase",schemaPath:"common.json#/$defs/flowPhase/enum",keyword:"enum",params:{allowedValues: schema38.enum},message:"must be equal to one of the allowed values",schema:schema38.enum,parentSchema:schema38,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.iteration !== undefined && func0.call(data, "iteration")){
let data3 = data.iteration;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err10 = {instancePath:instancePath+"/iteration",schemaPath:"common.json#/$defs/iteration/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.type,parentSchema:schema39,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 100 || isNaN(data3)){
const err11 = {instancePath:instancePath+"/iteration",schemaPath:"common.json#/$defs/iteration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema39,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err12 = {instancePath:instancePath+"/iteration",schemaPath:"common.json#/$defs/iteration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema39,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.ran_on !== undefined && func0.call(data, "ran_on")){
let data4 = data.ran_on;
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
const err13 = {instancePath:instancePath+"/ran_on",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/ran_on",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.attempt !== undefined && func0.call(data, "attempt")){
let data5 = data.attempt;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err15 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema123.properties.attempt.type,parentSchema:schema123.properties.attempt,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
const err16 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema123.properties.attempt,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.earlier !== undefined && func0.call(data, "earlier")){
let data6 = data.earlier;
if(Array.isArray(data6)){
if(data6.length > 20){
const err17 = {instancePath:instancePath+"/earlier",schemaPath:"#/properties/earlier/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items",schema:20,parentSchema:schema123.properties.earlier,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(!(validate54(data6[i0], {instancePath:instancePath+"/earlier/" + i0,parentData:data6,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
}
else {
const err18 = {instancePath:instancePath+"/earlier",schemaPath:"#/properties/earlier/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema123.properties.earlier.type,parentSchema:schema123.properties.earlier,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.tries !== undefined && func0.call(data, "tries")){
let data8 = data.tries;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err19 = {instancePath:instancePath+"/tries",schemaPath:"#/properties/tries/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema123.properties.tries.type,parentSchema:schema123.properties.tries,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 2 || isNaN(data8)){
const err20 = {instancePath:instancePath+"/tries",schemaPath:"#/properties/tries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2",schema:2,parentSchema:schema123.properties.tries,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.status !== undefined && func0.call(data, "status")){
let data9 = data.status;
if(!((((((data9 === "succeeded") || (data9 === "failed")) || (data9 === "skipped")) || (data9 === "unknown")) || (data9 === "cancelled")) || (data9 === "not_run"))){
const err21 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema123.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema123.properties.status.enum,parentSchema:schema123.properties.status,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.executed !== undefined && func0.call(data, "executed")){
let data10 = data.executed;
if(!(((data10 === "no") || (data10 === "yes")) || (data10 === "unknown"))){
const err22 = {instancePath:instancePath+"/executed",schemaPath:"common.json#/$defs/executed/enum",keyword:"enum",params:{allowedValues: schema22.enum},message:"must be equal to one of the allowed values",schema:schema22.enum,parentSchema:schema22,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.started_at !== undefined && func0.call(data, "started_at")){
let data11 = data.started_at;
if(typeof data11 === "string"){
if(!pattern10.test(data11)){
const err23 = {instancePath:instancePath+"/started_at",schemaPath:"common.json#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$",parentSchema:schema20,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/started_at",schemaPath:"common.json#/$defs/timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.duration_ms !== undefined && func0.call(data, "duration_ms")){
let data12 = data.duration_ms;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err25 = {instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema123.properties.duration_ms.type,parentSchema:schema123.properties.duration_ms,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err26 = {instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema123.properties.duration_ms,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.output !== undefined && func0.call(data, "output")){
let data13 = data.output;
if(!(data13 && typeof data13 == "object" && !Array.isArray(data13))){
const err27 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema123.properties.output.type,parentSchema:schema123.properties.output,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.error !== undefined && func0.call(data, "error")){
if(!(validate56(data.error, {instancePath:instancePath+"/error",parentData:data,parentDataProperty:"error",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data.warnings !== undefined && func0.call(data, "warnings")){
let data15 = data.warnings;
if(Array.isArray(data15)){
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
let data16 = data15[i1];
if(typeof data16 === "string"){
if(func8(data16) > 2000){
const err28 = {instancePath:instancePath+"/warnings/" + i1,schemaPath:"#/properties/warnings/items/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema123.properties.warnings.items,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/warnings/" + i1,schemaPath:"#/properties/warnings/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema123.properties.warnings.items.type,parentSchema:schema123.properties.warnings.items,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/warnings",schemaPath:"#/properties/warnings/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema123.properties.warnings.type,parentSchema:schema123.properties.warnings,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.replay_of !== undefined && func0.call(data, "replay_of")){
let data17 = data.replay_of;
if(typeof data17 === "string"){
if(!pattern2.test(data17)){
const err31 = {instancePath:instancePath+"/replay_of",schemaPath:"#/properties/replay_of/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{32}$"},message:"must match pattern \""+"^[0-9a-f]{32}$"+"\"",schema:"^[0-9a-f]{32}$",parentSchema:schema123.properties.replay_of,data:data17};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/replay_of",schemaPath:"#/properties/replay_of/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema123.properties.replay_of.type,parentSchema:schema123.properties.replay_of,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.record !== undefined && func0.call(data, "record")){
let data18 = data.record;
if(typeof data18 === "string"){
if(func8(data18) > 300){
const err33 = {instancePath:instancePath+"/record",schemaPath:"#/properties/record/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema123.properties.record,data:data18};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/record",schemaPath:"#/properties/record/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema123.properties.record.type,parentSchema:schema123.properties.record,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.stderr !== undefined && func0.call(data, "stderr")){
let data19 = data.stderr;
if(typeof data19 === "string"){
if(func8(data19) > 300){
const err35 = {instancePath:instancePath+"/stderr",schemaPath:"#/properties/stderr/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema123.properties.stderr,data:data19};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/stderr",schemaPath:"#/properties/stderr/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema123.properties.stderr.type,parentSchema:schema123.properties.stderr,data:data19};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema123.type,parentSchema:schema123,data};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.name === undefined) || (!(func0.call(data, "name")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema120.required,parentSchema:schema120,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.outcome === undefined) || (!(func0.call(data, "outcome")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "outcome"},message:"must have required property '"+"outcome"+"'",schema:schema120.required,parentSchema:schema120,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.good === undefined) || (!(func0.call(data, "good")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "good"},message:"must have required property '"+"good"+"'",schema:schema120.required,parentSchema:schema120,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.steps === undefined) || (!(func0.call(data, "steps")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},message:"must have required property '"+"steps"+"'",schema:schema120.required,parentSchema:schema120,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema120.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema120,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.name !== undefined && func0.call(data, "name")){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/name",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.outcome !== undefined && func0.call(data, "outcome")){
let data1 = data.outcome;
if(!(((((((((((data1 === "fixed") || (data1 === "not_needed")) || (data1 === "done")) || (data1 === "not_fixed")) || (data1 === "rolled_back")) || (data1 === "rollback_failed")) || (data1 === "failed")) || (data1 === "unknown")) || (data1 === "refused")) || (data1 === "cancelled")) || (data1 === "untouched"))){
const err7 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema120.properties.outcome.enum},message:"must be equal to one of the allowed values",schema:schema120.properties.outcome.enum,parentSchema:schema120.properties.outcome,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.good !== undefined && func0.call(data, "good")){
let data2 = data.good;
if(typeof data2 !== "boolean"){
const err8 = {instancePath:instancePath+"/good",schemaPath:"#/properties/good/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema120.properties.good.type,parentSchema:schema120.properties.good,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.transport !== undefined && func0.call(data, "transport")){
let data3 = data.transport;
if(!((((data3 === "ssh") || (data3 === "openssh")) || (data3 === "ssm")) || (data3 === "local"))){
const err9 = {instancePath:instancePath+"/transport",schemaPath:"common.json#/$defs/transport/enum",keyword:"enum",params:{allowedValues: schema44.enum},message:"must be equal to one of the allowed values",schema:schema44.enum,parentSchema:schema44,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.address !== undefined && func0.call(data, "address")){
let data4 = data.address;
if(typeof data4 === "string"){
if(func8(data4) > 253){
const err10 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema120.properties.address,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema120.properties.address.type,parentSchema:schema120.properties.address,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.host_key_sha256 !== undefined && func0.call(data, "host_key_sha256")){
let data5 = data.host_key_sha256;
if(typeof data5 === "string"){
if(func8(data5) > 100){
const err12 = {instancePath:instancePath+"/host_key_sha256",schemaPath:"#/properties/host_key_sha256/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema120.properties.host_key_sha256,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/host_key_sha256",schemaPath:"#/properties/host_key_sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema120.properties.host_key_sha256.type,parentSchema:schema120.properties.host_key_sha256,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.duration_ms !== undefined && func0.call(data, "duration_ms")){
let data6 = data.duration_ms;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err14 = {instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema120.properties.duration_ms.type,parentSchema:schema120.properties.duration_ms,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema120.properties.duration_ms,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.steps !== undefined && func0.call(data, "steps")){
let data7 = data.steps;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate53(data7[i0], {instancePath:instancePath+"/steps/" + i0,parentData:data7,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema120.properties.steps.type,parentSchema:schema120.properties.steps,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.error !== undefined && func0.call(data, "error")){
if(!(validate56(data.error, {instancePath:instancePath+"/error",parentData:data,parentDataProperty:"error",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema120.type,parentSchema:schema120,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/report.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate49.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.schema_version === undefined) || (!(func0.call(data, "schema_version")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.run_id === undefined) || (!(func0.call(data, "run_id")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "run_id"},message:"must have required property '"+"run_id"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.correlation_id === undefined) || (!(func0.call(data, "correlation_id")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "correlation_id"},message:"must have required property '"+"correlation_id"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.status === undefined) || (!(func0.call(data, "status")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.exit_status === undefined) || (!(func0.call(data, "exit_status")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "exit_status"},message:"must have required property '"+"exit_status"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data.dry_run === undefined) || (!(func0.call(data, "dry_run")))){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dry_run"},message:"must have required property '"+"dry_run"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((data.trigger === undefined) || (!(func0.call(data, "trigger")))){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((data.actor === undefined) || (!(func0.call(data, "actor")))){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "actor"},message:"must have required property '"+"actor"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((data.tool === undefined) || (!(func0.call(data, "tool")))){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tool"},message:"must have required property '"+"tool"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((data.started_at === undefined) || (!(func0.call(data, "started_at")))){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "started_at"},message:"must have required property '"+"started_at"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((data.finished_at === undefined) || (!(func0.call(data, "finished_at")))){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "finished_at"},message:"must have required property '"+"finished_at"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((data.duration_ms === undefined) || (!(func0.call(data, "duration_ms")))){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "duration_ms"},message:"must have required property '"+"duration_ms"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((data.counts === undefined) || (!(func0.call(data, "counts")))){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "counts"},message:"must have required property '"+"counts"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((data.nodes === undefined) || (!(func0.call(data, "nodes")))){
const err13 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((data.problems === undefined) || (!(func0.call(data, "problems")))){
const err14 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "problems"},message:"must have required property '"+"problems"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema110.properties, key0))){
const err15 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.schema_version !== undefined && func0.call(data, "schema_version")){
let data0 = data.schema_version;
if("1.0" !== data0){
const err16 = {instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/const",keyword:"const",params:{allowedValue: "1.0"},message:"must be equal to constant",schema:"1.0",parentSchema:schema110.properties.schema_version,data:data0};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.run_id !== undefined && func0.call(data, "run_id")){
let data1 = data.run_id;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err17 = {instancePath:instancePath+"/run_id",schemaPath:"common.json#/$defs/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"+"\"",schema:"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",parentSchema:schema2,data:data1};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/run_id",schemaPath:"common.json#/$defs/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema2.type,parentSchema:schema2,data:data1};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.correlation_id !== undefined && func0.call(data, "correlation_id")){
let data2 = data.correlation_id;
if(typeof data2 === "string"){
if(func8(data2) > 128){
const err19 = {instancePath:instancePath+"/correlation_id",schemaPath:"common.json#/$defs/correlationId/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(func8(data2) < 1){
const err20 = {instancePath:instancePath+"/correlation_id",schemaPath:"common.json#/$defs/correlationId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern7.test(data2)){
const err21 = {instancePath:instancePath+"/correlation_id",schemaPath:"common.json#/$defs/correlationId/pattern",keyword:"pattern",params:{pattern: "^[\\x20-\\x7e]+$"},message:"must match pattern \""+"^[\\x20-\\x7e]+$"+"\"",schema:"^[\\x20-\\x7e]+$",parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/correlation_id",schemaPath:"common.json#/$defs/correlationId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.status !== undefined && func0.call(data, "status")){
let data3 = data.status;
if(!(((((((data3 === "good") || (data3 === "failed")) || (data3 === "unknown")) || (data3 === "cancelled")) || (data3 === "refused")) || (data3 === "invalid")) || (data3 === "error"))){
const err23 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema110.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema110.properties.status.enum,parentSchema:schema110.properties.status,data:data3};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.exit_status !== undefined && func0.call(data, "exit_status")){
let data4 = data.exit_status;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err24 = {instancePath:instancePath+"/exit_status",schemaPath:"#/properties/exit_status/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema110.properties.exit_status.type,parentSchema:schema110.properties.exit_status,data:data4};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 255 || isNaN(data4)){
const err25 = {instancePath:instancePath+"/exit_status",schemaPath:"#/properties/exit_status/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255",schema:255,parentSchema:schema110.properties.exit_status,data:data4};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err26 = {instancePath:instancePath+"/exit_status",schemaPath:"#/properties/exit_status/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema110.properties.exit_status,data:data4};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.runbook !== undefined && func0.call(data, "runbook")){
let data5 = data.runbook;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if((data5.name === undefined) || (!(func0.call(data5, "name")))){
const err27 = {instancePath:instancePath+"/runbook",schemaPath:"#/properties/runbook/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema110.properties.runbook.required,parentSchema:schema110.properties.runbook,data:data5};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key1 of Object.keys(data5)){
if(!(((key1 === "name") || (key1 === "description")) || (key1 === "sha256"))){
const err28 = {instancePath:instancePath+"/runbook",schemaPath:"#/properties/runbook/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema110.properties.runbook,data:data5};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data5.name !== undefined && func0.call(data5, "name")){
let data6 = data5.name;
if(typeof data6 === "string"){
if(func8(data6) > 200){
const err29 = {instancePath:instancePath+"/runbook/name",schemaPath:"#/properties/runbook/properties/name/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema110.properties.runbook.properties.name,data:data6};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/runbook/name",schemaPath:"#/properties/runbook/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.runbook.properties.name.type,parentSchema:schema110.properties.runbook.properties.name,data:data6};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data5.description !== undefined && func0.call(data5, "description")){
let data7 = data5.description;
if(typeof data7 === "string"){
if(func8(data7) > 500){
const err31 = {instancePath:instancePath+"/runbook/description",schemaPath:"#/properties/runbook/properties/description/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema110.properties.runbook.properties.description,data:data7};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/runbook/description",schemaPath:"#/properties/runbook/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.runbook.properties.description.type,parentSchema:schema110.properties.runbook.properties.description,data:data7};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data5.sha256 !== undefined && func0.call(data5, "sha256")){
let data8 = data5.sha256;
if(typeof data8 === "string"){
if(!pattern14.test(data8)){
const err33 = {instancePath:instancePath+"/runbook/sha256",schemaPath:"common.json#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema25,data:data8};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/runbook/sha256",schemaPath:"common.json#/$defs/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.type,parentSchema:schema25,data:data8};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/runbook",schemaPath:"#/properties/runbook/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema110.properties.runbook.type,parentSchema:schema110.properties.runbook,data:data5};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.action !== undefined && func0.call(data, "action")){
let data9 = data.action;
if(typeof data9 === "string"){
if(func8(data9) > 200){
const err36 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema110.properties.action,data:data9};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.action.type,parentSchema:schema110.properties.action,data:data9};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.dry_run !== undefined && func0.call(data, "dry_run")){
let data10 = data.dry_run;
if(typeof data10 !== "boolean"){
const err38 = {instancePath:instancePath+"/dry_run",schemaPath:"#/properties/dry_run/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema110.properties.dry_run.type,parentSchema:schema110.properties.dry_run,data:data10};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.trigger !== undefined && func0.call(data, "trigger")){
let data11 = data.trigger;
if(typeof data11 === "string"){
if(func8(data11) > 64){
const err39 = {instancePath:instancePath+"/trigger",schemaPath:"#/properties/trigger/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema110.properties.trigger,data:data11};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/trigger",schemaPath:"#/properties/trigger/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.trigger.type,parentSchema:schema110.properties.trigger,data:data11};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.actor !== undefined && func0.call(data, "actor")){
let data12 = data.actor;
if(typeof data12 === "string"){
if(func8(data12) > 128){
const err41 = {instancePath:instancePath+"/actor",schemaPath:"#/properties/actor/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema110.properties.actor,data:data12};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/actor",schemaPath:"#/properties/actor/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.actor.type,parentSchema:schema110.properties.actor,data:data12};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.triggering_actor !== undefined && func0.call(data, "triggering_actor")){
let data13 = data.triggering_actor;
if(typeof data13 === "string"){
if(func8(data13) > 128){
const err43 = {instancePath:instancePath+"/triggering_actor",schemaPath:"#/properties/triggering_actor/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema110.properties.triggering_actor,data:data13};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/triggering_actor",schemaPath:"#/properties/triggering_actor/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.triggering_actor.type,parentSchema:schema110.properties.triggering_actor,data:data13};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.requested_by !== undefined && func0.call(data, "requested_by")){
let data14 = data.requested_by;
if(typeof data14 === "string"){
if(func8(data14) > 200){
const err45 = {instancePath:instancePath+"/requested_by",schemaPath:"#/properties/requested_by/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema110.properties.requested_by,data:data14};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/requested_by",schemaPath:"#/properties/requested_by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.requested_by.type,parentSchema:schema110.properties.requested_by,data:data14};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.reason !== undefined && func0.call(data, "reason")){
let data15 = data.reason;
if(typeof data15 === "string"){
if(func8(data15) > 500){
const err47 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema110.properties.reason,data:data15};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.reason.type,parentSchema:schema110.properties.reason,data:data15};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.ticket !== undefined && func0.call(data, "ticket")){
let data16 = data.ticket;
if(typeof data16 === "string"){
if(func8(data16) > 128){
const err49 = {instancePath:instancePath+"/ticket",schemaPath:"#/properties/ticket/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema110.properties.ticket,data:data16};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/ticket",schemaPath:"#/properties/ticket/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.ticket.type,parentSchema:schema110.properties.ticket,data:data16};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.content !== undefined && func0.call(data, "content")){
if(!(validate50(data.content, {instancePath:instancePath+"/content",parentData:data,parentDataProperty:"content",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
errors = vErrors.length;
}
}
if(data.plan_hash !== undefined && func0.call(data, "plan_hash")){
let data18 = data.plan_hash;
if(typeof data18 === "string"){
if(!pattern14.test(data18)){
const err51 = {instancePath:instancePath+"/plan_hash",schemaPath:"common.json#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema25,data:data18};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/plan_hash",schemaPath:"common.json#/$defs/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.type,parentSchema:schema25,data:data18};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data.tool !== undefined && func0.call(data, "tool")){
let data19 = data.tool;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if((data19.name === undefined) || (!(func0.call(data19, "name")))){
const err53 = {instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema110.properties.tool.required,parentSchema:schema110.properties.tool,data:data19};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((data19.version === undefined) || (!(func0.call(data19, "version")))){
const err54 = {instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema110.properties.tool.required,parentSchema:schema110.properties.tool,data:data19};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
for(const key2 of Object.keys(data19)){
if(!((key2 === "name") || (key2 === "version"))){
const err55 = {instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema110.properties.tool,data:data19};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data19.name !== undefined && func0.call(data19, "name")){
let data20 = data19.name;
if("rune" !== data20){
const err56 = {instancePath:instancePath+"/tool/name",schemaPath:"#/properties/tool/properties/name/const",keyword:"const",params:{allowedValue: "rune"},message:"must be equal to constant",schema:"rune",parentSchema:schema110.properties.tool.properties.name,data:data20};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data19.version !== undefined && func0.call(data19, "version")){
let data21 = data19.version;
if(typeof data21 === "string"){
if(func8(data21) > 64){
const err57 = {instancePath:instancePath+"/tool/version",schemaPath:"common.json#/$defs/semver/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema53,data:data21};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(!pattern39.test(data21)){
const err58 = {instancePath:instancePath+"/tool/version",schemaPath:"common.json#/$defs/semver/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$"},message:"must match pattern \""+"^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$"+"\"",schema:"^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$",parentSchema:schema53,data:data21};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/tool/version",schemaPath:"common.json#/$defs/semver/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.type,parentSchema:schema53,data:data21};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema110.properties.tool.type,parentSchema:schema110.properties.tool,data:data19};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.started_at !== undefined && func0.call(data, "started_at")){
let data22 = data.started_at;
if(typeof data22 === "string"){
if(!pattern10.test(data22)){
const err61 = {instancePath:instancePath+"/started_at",schemaPath:"common.json#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$",parentSchema:schema20,data:data22};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/started_at",schemaPath:"common.json#/$defs/timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data22};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data.finished_at !== undefined && func0.call(data, "finished_at")){
let data23 = data.finished_at;
if(typeof data23 === "string"){
if(!pattern10.test(data23)){
const err63 = {instancePath:instancePath+"/finished_at",schemaPath:"common.json#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$",parentSchema:schema20,data:data23};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/finished_at",schemaPath:"common.json#/$defs/timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data23};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data.duration_ms !== undefined && func0.call(data, "duration_ms")){
let data24 = data.duration_ms;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err65 = {instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema110.properties.duration_ms.type,parentSchema:schema110.properties.duration_ms,data:data24};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 0 || isNaN(data24)){
const err66 = {instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema110.properties.duration_ms,data:data24};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
if(data.counts !== undefined && func0.call(data, "counts")){
let data25 = data.counts;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if((data25.nodes === undefined) || (!(func0.call(data25, "nodes")))){
const err67 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'",schema:schema110.properties.counts.required,parentSchema:schema110.properties.counts,data:data25};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if((data25.good === undefined) || (!(func0.call(data25, "good")))){
const err68 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: "good"},message:"must have required property '"+"good"+"'",schema:schema110.properties.counts.required,parentSchema:schema110.properties.counts,data:data25};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if((data25.failed === undefined) || (!(func0.call(data25, "failed")))){
const err69 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: "failed"},message:"must have required property '"+"failed"+"'",schema:schema110.properties.counts.required,parentSchema:schema110.properties.counts,data:data25};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((data25.unknown === undefined) || (!(func0.call(data25, "unknown")))){
const err70 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: "unknown"},message:"must have required property '"+"unknown"+"'",schema:schema110.properties.counts.required,parentSchema:schema110.properties.counts,data:data25};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if((data25.cancelled === undefined) || (!(func0.call(data25, "cancelled")))){
const err71 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: "cancelled"},message:"must have required property '"+"cancelled"+"'",schema:schema110.properties.counts.required,parentSchema:schema110.properties.counts,data:data25};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if((data25.untouched === undefined) || (!(func0.call(data25, "untouched")))){
const err72 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: "untouched"},message:"must have required property '"+"untouched"+"'",schema:schema110.properties.counts.required,parentSchema:schema110.properties.counts,data:data25};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
for(const key3 of Object.keys(data25)){
if(!((((((key3 === "nodes") || (key3 === "good")) || (key3 === "failed")) || (key3 === "unknown")) || (key3 === "cancelled")) || (key3 === "untouched"))){
const err73 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema110.properties.counts,data:data25};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data25.nodes !== undefined && func0.call(data25, "nodes")){
let data26 = data25.nodes;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err74 = {instancePath:instancePath+"/counts/nodes",schemaPath:"#/properties/counts/properties/nodes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema110.properties.counts.properties.nodes.type,parentSchema:schema110.properties.counts.properties.nodes,data:data26};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 0 || isNaN(data26)){
const err75 = {instancePath:instancePath+"/counts/nodes",schemaPath:"#/properties/counts/properties/nodes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema110.properties.counts.properties.nodes,data:data26};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
if(data25.good !== undefined && func0.call(data25, "good")){
let data27 = data25.good;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err76 = {instancePath:instancePath+"/counts/good",schemaPath:"#/properties/counts/properties/good/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema110.properties.counts.properties.good.type,parentSchema:schema110.properties.counts.properties.good,data:data27};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 0 || isNaN(data27)){
const err77 = {instancePath:instancePath+"/counts/good",schemaPath:"#/properties/counts/properties/good/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema110.properties.counts.properties.good,data:data27};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
if(data25.failed !== undefined && func0.call(data25, "failed")){
let data28 = data25.failed;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err78 = {instancePath:instancePath+"/counts/failed",schemaPath:"#/properties/counts/properties/failed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema110.properties.counts.properties.failed.type,parentSchema:schema110.properties.counts.properties.failed,data:data28};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 0 || isNaN(data28)){
const err79 = {instancePath:instancePath+"/counts/failed",schemaPath:"#/properties/counts/properties/failed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema110.properties.counts.properties.failed,data:data28};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
if(data25.unknown !== undefined && func0.call(data25, "unknown")){
let data29 = data25.unknown;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err80 = {instancePath:instancePath+"/counts/unknown",schemaPath:"#/properties/counts/properties/unknown/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema110.properties.counts.properties.unknown.type,parentSchema:schema110.properties.counts.properties.unknown,data:data29};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 0 || isNaN(data29)){
const err81 = {instancePath:instancePath+"/counts/unknown",schemaPath:"#/properties/counts/properties/unknown/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema110.properties.counts.properties.unknown,data:data29};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
if(data25.cancelled !== undefined && func0.call(data25, "cancelled")){
let data30 = data25.cancelled;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err82 = {instancePath:instancePath+"/counts/cancelled",schemaPath:"#/properties/counts/properties/cancelled/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema110.properties.counts.properties.cancelled.type,parentSchema:schema110.properties.counts.properties.cancelled,data:data30};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 < 0 || isNaN(data30)){
const err83 = {instancePath:instancePath+"/counts/cancelled",schemaPath:"#/properties/counts/properties/cancelled/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema110.properties.counts.properties.cancelled,data:data30};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
if(data25.untouched !== undefined && func0.call(data25, "untouched")){
let data31 = data25.untouched;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err84 = {instancePath:instancePath+"/counts/untouched",schemaPath:"#/properties/counts/properties/untouched/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema110.properties.counts.properties.untouched.type,parentSchema:schema110.properties.counts.properties.untouched,data:data31};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 0 || isNaN(data31)){
const err85 = {instancePath:instancePath+"/counts/untouched",schemaPath:"#/properties/counts/properties/untouched/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema110.properties.counts.properties.untouched,data:data31};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
}
}
else {
const err86 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema110.properties.counts.type,parentSchema:schema110.properties.counts,data:data25};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data.nodes !== undefined && func0.call(data, "nodes")){
let data32 = data.nodes;
if(Array.isArray(data32)){
const len0 = data32.length;
for(let i0=0; i0<len0; i0++){
if(!(validate52(data32[i0], {instancePath:instancePath+"/nodes/" + i0,parentData:data32,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
}
else {
const err87 = {instancePath:instancePath+"/nodes",schemaPath:"#/properties/nodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema110.properties.nodes.type,parentSchema:schema110.properties.nodes,data:data32};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data.problems !== undefined && func0.call(data, "problems")){
let data34 = data.problems;
if(Array.isArray(data34)){
const len1 = data34.length;
for(let i1=0; i1<len1; i1++){
let data35 = data34[i1];
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if((data35.kind === undefined) || (!(func0.call(data35, "kind")))){
const err88 = {instancePath:instancePath+"/problems/" + i1,schemaPath:"common.json#/$defs/problem/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema11.required,parentSchema:schema11,data:data35};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if((data35.message === undefined) || (!(func0.call(data35, "message")))){
const err89 = {instancePath:instancePath+"/problems/" + i1,schemaPath:"common.json#/$defs/problem/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema11.required,parentSchema:schema11,data:data35};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if((data35.severity === undefined) || (!(func0.call(data35, "severity")))){
const err90 = {instancePath:instancePath+"/problems/" + i1,schemaPath:"common.json#/$defs/problem/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'",schema:schema11.required,parentSchema:schema11,data:data35};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
for(const key4 of Object.keys(data35)){
if(!((((((((key4 === "kind") || (key4 === "message")) || (key4 === "advice")) || (key4 === "severity")) || (key4 === "rule")) || (key4 === "file")) || (key4 === "line")) || (key4 === "column"))){
const err91 = {instancePath:instancePath+"/problems/" + i1,schemaPath:"common.json#/$defs/problem/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data:data35};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data35.kind !== undefined && func0.call(data35, "kind")){
let data36 = data35.kind;
if(typeof data36 === "string"){
if(func8(data36) > 64){
const err92 = {instancePath:instancePath+"/problems/" + i1+"/kind",schemaPath:"common.json#/$defs/problem/properties/kind/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.kind,data:data36};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/problems/" + i1+"/kind",schemaPath:"common.json#/$defs/problem/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.kind.type,parentSchema:schema11.properties.kind,data:data36};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data35.message !== undefined && func0.call(data35, "message")){
let data37 = data35.message;
if(typeof data37 === "string"){
if(func8(data37) > 4000){
const err94 = {instancePath:instancePath+"/problems/" + i1+"/message",schemaPath:"common.json#/$defs/problem/properties/message/maxLength",keyword:"maxLength",params:{limit: 4000},message:"must NOT have more than 4000 characters",schema:4000,parentSchema:schema11.properties.message,data:data37};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/problems/" + i1+"/message",schemaPath:"common.json#/$defs/problem/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.message.type,parentSchema:schema11.properties.message,data:data37};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data35.advice !== undefined && func0.call(data35, "advice")){
let data38 = data35.advice;
if(typeof data38 === "string"){
if(func8(data38) > 2000){
const err96 = {instancePath:instancePath+"/problems/" + i1+"/advice",schemaPath:"common.json#/$defs/problem/properties/advice/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema11.properties.advice,data:data38};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/problems/" + i1+"/advice",schemaPath:"common.json#/$defs/problem/properties/advice/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.advice.type,parentSchema:schema11.properties.advice,data:data38};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data35.severity !== undefined && func0.call(data35, "severity")){
let data39 = data35.severity;
if(!((data39 === "error") || (data39 === "warning"))){
const err98 = {instancePath:instancePath+"/problems/" + i1+"/severity",schemaPath:"common.json#/$defs/problem/properties/severity/enum",keyword:"enum",params:{allowedValues: schema11.properties.severity.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.severity.enum,parentSchema:schema11.properties.severity,data:data39};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data35.rule !== undefined && func0.call(data35, "rule")){
let data40 = data35.rule;
if(typeof data40 === "string"){
if(func8(data40) > 64){
const err99 = {instancePath:instancePath+"/problems/" + i1+"/rule",schemaPath:"common.json#/$defs/problem/properties/rule/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.rule,data:data40};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
else {
const err100 = {instancePath:instancePath+"/problems/" + i1+"/rule",schemaPath:"common.json#/$defs/problem/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.rule.type,parentSchema:schema11.properties.rule,data:data40};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data35.file !== undefined && func0.call(data35, "file")){
let data41 = data35.file;
if(typeof data41 === "string"){
if(func8(data41) > 1000){
const err101 = {instancePath:instancePath+"/problems/" + i1+"/file",schemaPath:"common.json#/$defs/problem/properties/file/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema11.properties.file,data:data41};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/problems/" + i1+"/file",schemaPath:"common.json#/$defs/problem/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.file.type,parentSchema:schema11.properties.file,data:data41};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data35.line !== undefined && func0.call(data35, "line")){
let data42 = data35.line;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
const err103 = {instancePath:instancePath+"/problems/" + i1+"/line",schemaPath:"common.json#/$defs/problem/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.line.type,parentSchema:schema11.properties.line,data:data42};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 < 1 || isNaN(data42)){
const err104 = {instancePath:instancePath+"/problems/" + i1+"/line",schemaPath:"common.json#/$defs/problem/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.line,data:data42};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
if(data35.column !== undefined && func0.call(data35, "column")){
let data43 = data35.column;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err105 = {instancePath:instancePath+"/problems/" + i1+"/column",schemaPath:"common.json#/$defs/problem/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.column.type,parentSchema:schema11.properties.column,data:data43};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 < 1 || isNaN(data43)){
const err106 = {instancePath:instancePath+"/problems/" + i1+"/column",schemaPath:"common.json#/$defs/problem/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.column,data:data43};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
}
else {
const err107 = {instancePath:instancePath+"/problems/" + i1,schemaPath:"common.json#/$defs/problem/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data:data35};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
else {
const err108 = {instancePath:instancePath+"/problems",schemaPath:"#/properties/problems/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema110.properties.problems.type,parentSchema:schema110.properties.problems,data:data34};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data.record !== undefined && func0.call(data, "record")){
let data44 = data.record;
if(typeof data44 === "string"){
if(func8(data44) > 4000){
const err109 = {instancePath:instancePath+"/record",schemaPath:"#/properties/record/maxLength",keyword:"maxLength",params:{limit: 4000},message:"must NOT have more than 4000 characters",schema:4000,parentSchema:schema110.properties.record,data:data44};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
else {
const err110 = {instancePath:instancePath+"/record",schemaPath:"#/properties/record/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.record.type,parentSchema:schema110.properties.record,data:data44};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
else {
const err111 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema110.type,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}
validate49.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape16 = validate61;
const schema137 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/request.json","title":"Request","description":"What somebody asks RUNE to do, whoever asks: command line, workflow input or dispatch payload.","type":"object","additionalProperties":false,"properties":{"runbook":{"$ref":"common.json#/$defs/id","description":"The runbook's name."},"action":{"$ref":"common.json#/$defs/actionName","description":"The action, for a single one."},"params":{"type":"object","maxProperties":64,"description":"Values for the runbook's inputs."},"nodes":{"type":"array","items":{"$ref":"common.json#/$defs/id"},"maxItems":10000,"description":"Names of nodes."},"select":{"$ref":"common.json#/$defs/selector","description":"Label terms that narrow the targets."},"dry_run":{"type":"boolean","description":"Tell every action that supports it to change nothing; stop before those that do not."},"reason":{"type":"string","maxLength":500,"description":"Why this run is started."},"ticket":{"type":"string","maxLength":128,"description":"The ticket it belongs to."},"correlation_id":{"$ref":"common.json#/$defs/correlationId"},"again":{"type":"boolean","description":"A person asks for the same request once more: what succeeded is answered from the node, what failed before is tried anew."},"trigger":{"enum":["cli","workflow_dispatch","repository_dispatch","schedule","push"],"description":"How the run was started."},"actor":{"type":"string","maxLength":128,"description":"Who started it: the login GitHub names, or the local user."},"triggering_actor":{"type":"string","maxLength":128,"description":"Who pressed the button of this attempt, where GitHub names somebody else."},"requested_by":{"type":"string","maxLength":200,"description":"Who the sender says it acts for. A claim."},"issued_at":{"$ref":"common.json#/$defs/anyTimestamp","description":"When the sender says it asked. A claim."},"received_at":{"$ref":"common.json#/$defs/timestamp"}},"required":["params","dry_run","trigger","actor","correlation_id","received_at"]};

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/request.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate61.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.params === undefined) || (!(func0.call(data, "params")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "params"},message:"must have required property '"+"params"+"'",schema:schema137.required,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.dry_run === undefined) || (!(func0.call(data, "dry_run")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dry_run"},message:"must have required property '"+"dry_run"+"'",schema:schema137.required,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.trigger === undefined) || (!(func0.call(data, "trigger")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema137.required,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.actor === undefined) || (!(func0.call(data, "actor")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "actor"},message:"must have required property '"+"actor"+"'",schema:schema137.required,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.correlation_id === undefined) || (!(func0.call(data, "correlation_id")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "correlation_id"},message:"must have required property '"+"correlation_id"+"'",schema:schema137.required,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data.received_at === undefined) || (!(func0.call(data, "received_at")))){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "received_at"},message:"must have required property '"+"received_at"+"'",schema:schema137.required,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema137.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.runbook !== undefined && func0.call(data, "runbook")){
let data0 = data.runbook;
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
const err7 = {instancePath:instancePath+"/runbook",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/runbook",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.action !== undefined && func0.call(data, "action")){
let data1 = data.action;
if(typeof data1 === "string"){
if(!pattern38.test(data1)){
const err9 = {instancePath:instancePath+"/action",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/action",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.params !== undefined && func0.call(data, "params")){
let data2 = data.params;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 64){
const err11 = {instancePath:instancePath+"/params",schemaPath:"#/properties/params/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema137.properties.params,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/params",schemaPath:"#/properties/params/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema137.properties.params.type,parentSchema:schema137.properties.params,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.nodes !== undefined && func0.call(data, "nodes")){
let data3 = data.nodes;
if(Array.isArray(data3)){
if(data3.length > 10000){
const err13 = {instancePath:instancePath+"/nodes",schemaPath:"#/properties/nodes/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items",schema:10000,parentSchema:schema137.properties.nodes,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
const err14 = {instancePath:instancePath+"/nodes/" + i0,schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/nodes/" + i0,schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/nodes",schemaPath:"#/properties/nodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema137.properties.nodes.type,parentSchema:schema137.properties.nodes,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.select !== undefined && func0.call(data, "select")){
let data5 = data.select;
if(typeof data5 === "string"){
if(func8(data5) > 1000){
const err17 = {instancePath:instancePath+"/select",schemaPath:"common.json#/$defs/selector/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema15,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func8(data5) < 1){
const err18 = {instancePath:instancePath+"/select",schemaPath:"common.json#/$defs/selector/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema15,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/select",schemaPath:"common.json#/$defs/selector/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.type,parentSchema:schema15,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.dry_run !== undefined && func0.call(data, "dry_run")){
let data6 = data.dry_run;
if(typeof data6 !== "boolean"){
const err20 = {instancePath:instancePath+"/dry_run",schemaPath:"#/properties/dry_run/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema137.properties.dry_run.type,parentSchema:schema137.properties.dry_run,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.reason !== undefined && func0.call(data, "reason")){
let data7 = data.reason;
if(typeof data7 === "string"){
if(func8(data7) > 500){
const err21 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema137.properties.reason,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.properties.reason.type,parentSchema:schema137.properties.reason,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.ticket !== undefined && func0.call(data, "ticket")){
let data8 = data.ticket;
if(typeof data8 === "string"){
if(func8(data8) > 128){
const err23 = {instancePath:instancePath+"/ticket",schemaPath:"#/properties/ticket/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema137.properties.ticket,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/ticket",schemaPath:"#/properties/ticket/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.properties.ticket.type,parentSchema:schema137.properties.ticket,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.correlation_id !== undefined && func0.call(data, "correlation_id")){
let data9 = data.correlation_id;
if(typeof data9 === "string"){
if(func8(data9) > 128){
const err25 = {instancePath:instancePath+"/correlation_id",schemaPath:"common.json#/$defs/correlationId/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema16,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(func8(data9) < 1){
const err26 = {instancePath:instancePath+"/correlation_id",schemaPath:"common.json#/$defs/correlationId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!pattern7.test(data9)){
const err27 = {instancePath:instancePath+"/correlation_id",schemaPath:"common.json#/$defs/correlationId/pattern",keyword:"pattern",params:{pattern: "^[\\x20-\\x7e]+$"},message:"must match pattern \""+"^[\\x20-\\x7e]+$"+"\"",schema:"^[\\x20-\\x7e]+$",parentSchema:schema16,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/correlation_id",schemaPath:"common.json#/$defs/correlationId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.again !== undefined && func0.call(data, "again")){
let data10 = data.again;
if(typeof data10 !== "boolean"){
const err29 = {instancePath:instancePath+"/again",schemaPath:"#/properties/again/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema137.properties.again.type,parentSchema:schema137.properties.again,data:data10};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.trigger !== undefined && func0.call(data, "trigger")){
let data11 = data.trigger;
if(!(((((data11 === "cli") || (data11 === "workflow_dispatch")) || (data11 === "repository_dispatch")) || (data11 === "schedule")) || (data11 === "push"))){
const err30 = {instancePath:instancePath+"/trigger",schemaPath:"#/properties/trigger/enum",keyword:"enum",params:{allowedValues: schema137.properties.trigger.enum},message:"must be equal to one of the allowed values",schema:schema137.properties.trigger.enum,parentSchema:schema137.properties.trigger,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.actor !== undefined && func0.call(data, "actor")){
let data12 = data.actor;
if(typeof data12 === "string"){
if(func8(data12) > 128){
const err31 = {instancePath:instancePath+"/actor",schemaPath:"#/properties/actor/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema137.properties.actor,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/actor",schemaPath:"#/properties/actor/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.properties.actor.type,parentSchema:schema137.properties.actor,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.triggering_actor !== undefined && func0.call(data, "triggering_actor")){
let data13 = data.triggering_actor;
if(typeof data13 === "string"){
if(func8(data13) > 128){
const err33 = {instancePath:instancePath+"/triggering_actor",schemaPath:"#/properties/triggering_actor/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema137.properties.triggering_actor,data:data13};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/triggering_actor",schemaPath:"#/properties/triggering_actor/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.properties.triggering_actor.type,parentSchema:schema137.properties.triggering_actor,data:data13};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.requested_by !== undefined && func0.call(data, "requested_by")){
let data14 = data.requested_by;
if(typeof data14 === "string"){
if(func8(data14) > 200){
const err35 = {instancePath:instancePath+"/requested_by",schemaPath:"#/properties/requested_by/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema137.properties.requested_by,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/requested_by",schemaPath:"#/properties/requested_by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.properties.requested_by.type,parentSchema:schema137.properties.requested_by,data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.issued_at !== undefined && func0.call(data, "issued_at")){
let data15 = data.issued_at;
if(typeof data15 === "string"){
if(func8(data15) > 64){
const err37 = {instancePath:instancePath+"/issued_at",schemaPath:"common.json#/$defs/anyTimestamp/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema3,data:data15};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!pattern1.test(data15)){
const err38 = {instancePath:instancePath+"/issued_at",schemaPath:"common.json#/$defs/anyTimestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$",parentSchema:schema3,data:data15};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/issued_at",schemaPath:"common.json#/$defs/anyTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema3.type,parentSchema:schema3,data:data15};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.received_at !== undefined && func0.call(data, "received_at")){
let data16 = data.received_at;
if(typeof data16 === "string"){
if(!pattern10.test(data16)){
const err40 = {instancePath:instancePath+"/received_at",schemaPath:"common.json#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$",parentSchema:schema20,data:data16};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/received_at",schemaPath:"common.json#/$defs/timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data16};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema137.type,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
validate61.errors = vErrors;
return errors === 0;
}
validate61.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape17 = validate62;
const schema145 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/runbook.json","title":"Runbook","description":"A reviewed list of steps that are run on the selected nodes. One file a runbook, runbooks/<name>.yaml. docs/runbooks.md says which keys this version carries out.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"common.json#/$defs/id","description":"The runbook's name; equals the file's name without .yaml."},"description":{"type":"string","maxLength":500,"description":"What it does, in a sentence that an operator understands at night.","minLength":1},"owner":{"type":"string","maxLength":128,"description":"The team that answers for it."},"inputs":{"type":"object","maxProperties":64,"propertyNames":{"pattern":"^[a-z][a-z0-9_]{0,63}$"},"additionalProperties":{"$ref":"common.json#/$defs/parameter"},"description":"What a request may or must give. Closed: anything else is refused."},"targets":{"type":"object","additionalProperties":false,"properties":{"select":{"$ref":"common.json#/$defs/selector","description":"The nodes this runbook is for. A request may narrow it, never widen it."},"max":{"type":"integer","minimum":1,"maximum":10000,"description":"The largest number of nodes in one run."}},"required":["select"],"description":"May be left out when every action only reads: then the request decides."},"rollout":{"type":"object","additionalProperties":false,"properties":{"batches":{"type":"array","items":{"type":["integer","string"],"minimum":1,"maximum":10000,"pattern":"^(100|[1-9][0-9]?)%$","description":"A number of nodes, or a share of them from 1% to 100%."},"minItems":1,"maxItems":100,"description":"How many nodes each batch has, as a number or as a share of all nodes such as 25%; the last entry repeats. A failure in the first batch stops the run. Default: one batch with all nodes."},"concurrency":{"type":"integer","minimum":1,"maximum":256,"description":"How many nodes at the same time. Default 64."},"max-failures":{"type":["integer","string"],"minimum":0,"maximum":10000,"pattern":"^(100|[1-9]?[0-9])%$","description":"How many nodes may end badly before no further one is begun: a number, or a share of all planned nodes such as 10%, rounded down. Default: only the first of several batches stops the run."}},"description":"How the run spreads over the nodes."},"preflight":{"type":"array","items":{"$ref":"#/$defs/preflightStep"},"minItems":1,"maxItems":20,"description":"Checked on every node before anything is changed anywhere; all have to pass. Actions that read only."},"verify":{"type":"array","items":{"$ref":"#/$defs/verifyStep"},"minItems":1,"maxItems":20,"description":"What healthy means. Run before the steps (when all pass, the node needs nothing) and after them (when all pass, it is fixed). Actions that read only."},"steps":{"type":"array","items":{"$ref":"#/$defs/step"},"maxItems":100,"description":"Run in order on every node.","minItems":1},"evidence":{"type":"array","items":{"$ref":"#/$defs/evidenceStep"},"minItems":1,"maxItems":20,"description":"What is collected at the end, whatever happened. Actions that read only."}},"required":["name","description","steps"],"$defs":{"preflightStep":{"title":"RunbookPreflightStep","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id","description":"The step's name, unique in the runbook ignoring case. Default: the action's name."},"uses":{"$ref":"common.json#/$defs/actionName","description":"An action of the registry."},"with":{"type":"object","maxProperties":64,"description":"The action's input parameters; values may be expressions: ${{ inputs.service }}."},"timeout":{"$ref":"common.json#/$defs/duration","description":"The time limit on the node. Default: the action's own. 1s to 24h."},"expect":{"type":"string","minLength":1,"maxLength":2000,"description":"What has to be true of the output, else the step has failed: one expression that is true or false, such as ${{ output.healthy }}."}},"required":["uses"],"description":"One check before anything is changed."},"verifyStep":{"title":"RunbookVerifyStep","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id","description":"The step's name, unique in the runbook ignoring case. Default: the action's name."},"uses":{"$ref":"common.json#/$defs/actionName","description":"An action of the registry."},"with":{"type":"object","maxProperties":64,"description":"The action's input parameters; values may be expressions: ${{ inputs.service }}."},"timeout":{"$ref":"common.json#/$defs/duration","description":"The time limit on the node. Default: the action's own. 1s to 24h."},"expect":{"type":"string","minLength":1,"maxLength":2000,"description":"What has to be true of the output, else the step has failed: one expression that is true or false, such as ${{ output.healthy }}."},"until":{"$ref":"#/$defs/until","description":"Asks again until it passes; only after the steps. Default: asked once."}},"required":["uses"],"description":"One part of what healthy means."},"step":{"title":"RunbookStep","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id","description":"The step's name, unique in the runbook ignoring case. Default: the action's name."},"uses":{"$ref":"common.json#/$defs/actionName","description":"An action of the registry."},"if":{"type":"string","minLength":1,"maxLength":2000,"description":"Whether the step is run: one expression that is true or false, such as ${{ steps.state.output.main_pid == 0 }}. A step that is not run has the status skipped. Decided once, before for-each."},"for-each":{"type":["string","array"],"minItems":1,"maxItems":100,"maxLength":2000,"description":"Runs the step once for each entry of a list, one after the other: at most 100 values, or one expression that gives a declared list of at most 100 entries. The entry is `item`."},"with":{"type":"object","maxProperties":64,"description":"The action's input parameters; values may be expressions: ${{ inputs.service }}."},"timeout":{"$ref":"common.json#/$defs/duration","description":"The time limit on the node. Default: the action's own. 1s to 24h."},"retry":{"$ref":"#/$defs/retry","description":"How often the step is tried. Default: at most three times, and only as long as nothing has run on the node."},"lock":{"type":"string","minLength":1,"maxLength":200,"description":"A name that one step at a time can hold on a node. It may use inputs and node, and never what a step gave."},"once":{"const":true,"description":"Runs the step on one node of the run only, the first one that comes to it; all nodes after it can use its output."},"expect":{"type":"string","minLength":1,"maxLength":2000,"description":"What has to be true of the output, else the step has failed: one expression that is true or false, such as ${{ output.healthy }}."},"on-failure":{"enum":["stop","continue","undo"],"description":"What follows when the step fails. stop: no further step is run. continue: the next step is run. undo: what was done on the node is undone, last step first; also where the step succeeded and the node is not fixed after all steps. Default: stop."},"undo":{"$ref":"#/$defs/undo","description":"What takes the change back. Only where the action of the step changes something."}},"required":["uses"],"description":"One action with its parameters."},"evidenceStep":{"title":"RunbookEvidenceStep","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id","description":"The step's name, unique in the runbook ignoring case. Default: the action's name."},"uses":{"$ref":"common.json#/$defs/actionName","description":"An action of the registry."},"with":{"type":"object","maxProperties":64,"description":"The action's input parameters; values may be expressions: ${{ inputs.service }}."},"timeout":{"$ref":"common.json#/$defs/duration","description":"The time limit on the node. Default: the action's own. 1s to 24h."}},"required":["uses"],"description":"One thing that is collected at the end."},"undo":{"title":"RunbookUndo","type":"object","additionalProperties":false,"properties":{"uses":{"$ref":"common.json#/$defs/actionName","description":"An action of the registry."},"with":{"type":"object","maxProperties":64,"description":"The action's input parameters; values may be expressions: ${{ inputs.service }}."},"timeout":{"$ref":"common.json#/$defs/duration","description":"The time limit on the node. Default: the action's own. 1s to 24h."}},"required":["uses"],"description":"One action that takes a change back. It may use the output of its own step."},"retry":{"title":"RunbookRetry","type":"object","additionalProperties":false,"properties":{"attempts":{"type":"integer","minimum":2,"maximum":10,"description":"Tries in all. Before anything has run: whenever the node could not be reached or was busy. After the plugin has run: only where it says itself that it failed, or all of it is known to be dead, and its action is `idempotent`. Never after an unknown outcome."},"backoff":{"$ref":"common.json#/$defs/duration","description":"How long to wait after the plugin has failed, 100ms to 10m. Default 1s. A node that could not be reached is tried after a random time of at most 0.5s, 1s, 2s and so on, up to 30s."}},"required":["attempts"],"description":"How often a step is tried."},"until":{"title":"RunbookUntil","type":"object","additionalProperties":false,"properties":{"every":{"$ref":"common.json#/$defs/duration","description":"How long to wait before asking again, at least 1s."},"for":{"$ref":"common.json#/$defs/duration","description":"After how long it is given up: at least `every`, at most 1h."}},"required":["every","for"],"description":"How often, and how long, a check is asked."}}};
const pattern107 = func10("^(100|[1-9][0-9]?)%$", "u");
const pattern108 = func10("^(100|[1-9]?[0-9])%$", "u");

function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate63.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.type === undefined) || (!(func0.call(data, "type")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema59.required,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema59.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.type !== undefined && func0.call(data, "type")){
let data0 = data.type;
if(!((((((data0 === "string") || (data0 === "integer")) || (data0 === "number")) || (data0 === "boolean")) || (data0 === "array")) || (data0 === "object"))){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema59.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema59.properties.type.enum,parentSchema:schema59.properties.type,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined && func0.call(data, "description")){
let data1 = data.description;
if(typeof data1 === "string"){
if(func8(data1) > 500){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema59.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.description.type,parentSchema:schema59.properties.description,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.enum !== undefined && func0.call(data, "enum")){
let data2 = data.enum;
if(Array.isArray(data2)){
if(data2.length > 200){
const err5 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items",schema:200,parentSchema:schema59.properties.enum,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema59.properties.enum,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/enum",schemaPath:"#/properties/enum/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema59.properties.enum.type,parentSchema:schema59.properties.enum,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.pattern !== undefined && func0.call(data, "pattern")){
let data3 = data.pattern;
if(typeof data3 === "string"){
if(func8(data3) > 500){
const err8 = {instancePath:instancePath+"/pattern",schemaPath:"#/properties/pattern/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema59.properties.pattern,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/pattern",schemaPath:"#/properties/pattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.pattern.type,parentSchema:schema59.properties.pattern,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.minLength !== undefined && func0.call(data, "minLength")){
let data4 = data.minLength;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.minLength.type,parentSchema:schema59.properties.minLength,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1048576 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576},message:"must be <= 1048576",schema:1048576,parentSchema:schema59.properties.minLength,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/minLength",schemaPath:"#/properties/minLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema59.properties.minLength,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.maxLength !== undefined && func0.call(data, "maxLength")){
let data5 = data.maxLength;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err13 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.maxLength.type,parentSchema:schema59.properties.maxLength,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1048576 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576},message:"must be <= 1048576",schema:1048576,parentSchema:schema59.properties.maxLength,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/maxLength",schemaPath:"#/properties/maxLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema59.properties.maxLength,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.minimum !== undefined && func0.call(data, "minimum")){
let data6 = data.minimum;
if(!((typeof data6 == "number") && (isFinite(data6)))){
const err16 = {instancePath:instancePath+"/minimum",schemaPath:"#/properties/minimum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema59.properties.minimum.type,parentSchema:schema59.properties.minimum,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.maximum !== undefined && func0.call(data, "maximum")){
let data7 = data.maximum;
if(!((typeof data7 == "number") && (isFinite(data7)))){
const err17 = {instancePath:instancePath+"/maximum",schemaPath:"#/properties/maximum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema59.properties.maximum.type,parentSchema:schema59.properties.maximum,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.items !== undefined && func0.call(data, "items")){
if(!(validate23(data.items, {instancePath:instancePath+"/items",parentData:data,parentDataProperty:"items",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.minItems !== undefined && func0.call(data, "minItems")){
let data9 = data.minItems;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err18 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.minItems.type,parentSchema:schema59.properties.minItems,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 100000 || isNaN(data9)){
const err19 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema59.properties.minItems,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err20 = {instancePath:instancePath+"/minItems",schemaPath:"#/properties/minItems/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema59.properties.minItems,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.maxItems !== undefined && func0.call(data, "maxItems")){
let data10 = data.maxItems;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err21 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.maxItems.type,parentSchema:schema59.properties.maxItems,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 100000 || isNaN(data10)){
const err22 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema59.properties.maxItems,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err23 = {instancePath:instancePath+"/maxItems",schemaPath:"#/properties/maxItems/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema59.properties.maxItems,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.uniqueItems !== undefined && func0.call(data, "uniqueItems")){
let data11 = data.uniqueItems;
if(typeof data11 !== "boolean"){
const err24 = {instancePath:instancePath+"/uniqueItems",schemaPath:"#/properties/uniqueItems/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema59.properties.uniqueItems.type,parentSchema:schema59.properties.uniqueItems,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.additionalProperties !== undefined && func0.call(data, "additionalProperties")){
let data12 = data.additionalProperties;
const _errs25 = errors;
let valid1 = false;
const _errs26 = errors;
if(typeof data12 !== "boolean"){
const err25 = {instancePath:instancePath+"/additionalProperties",schemaPath:"#/properties/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema59.properties.additionalProperties.anyOf[0].type,parentSchema:schema59.properties.additionalProperties.anyOf[0],data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid0 = _errs26 === errors;
valid1 = valid1 || _valid0;
const _errs28 = errors;
if(!(validate23(data12, {instancePath:instancePath+"/additionalProperties",parentData:data,parentDataProperty:"additionalProperties",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var _valid0 = _errs28 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err26 = {instancePath:instancePath+"/additionalProperties",schemaPath:"#/properties/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema59.properties.additionalProperties.anyOf,parentSchema:schema59.properties.additionalProperties,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
else {
errors = _errs25;
if(vErrors !== null){
if(_errs25){
vErrors.length = _errs25;
}
else {
vErrors = null;
}
}
}
}
if(data.maxProperties !== undefined && func0.call(data, "maxProperties")){
let data13 = data.maxProperties;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err27 = {instancePath:instancePath+"/maxProperties",schemaPath:"#/properties/maxProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.maxProperties.type,parentSchema:schema59.properties.maxProperties,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 10000 || isNaN(data13)){
const err28 = {instancePath:instancePath+"/maxProperties",schemaPath:"#/properties/maxProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema59.properties.maxProperties,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data13 < 0 || isNaN(data13)){
const err29 = {instancePath:instancePath+"/maxProperties",schemaPath:"#/properties/maxProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema59.properties.maxProperties,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
if(data.properties !== undefined && func0.call(data, "properties")){
let data14 = data.properties;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(Object.keys(data14).length > 200){
const err30 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/maxProperties",keyword:"maxProperties",params:{limit: 200},message:"must NOT have more than 200 properties",schema:200,parentSchema:schema59.properties.properties,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key1 of Object.keys(data14)){
const _errs33 = errors;
if(typeof key1 === "string"){
if(!pattern46.test(key1)){
const err31 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"},message:"must match pattern \""+"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"+"\"",schema:"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$",parentSchema:schema59.properties.properties.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
var valid2 = _errs33 === errors;
if(!valid2){
const err32 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema59.properties.properties.propertyNames,parentSchema:schema59.properties.properties,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
for(const key2 of Object.keys(data14)){
if(!(validate24(data14[key2], {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data14,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err33 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.properties.properties.type,parentSchema:schema59.properties.properties,data:data14};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.default !== undefined && func0.call(data, "default")){
let data16 = data.default;
if((((!data16 || typeof data16 != "object") && (typeof data16 !== "string")) && (!((typeof data16 == "number") && (isFinite(data16))))) && (typeof data16 !== "boolean")){
const err34 = {instancePath:instancePath+"/default",schemaPath:"#/properties/default/type",keyword:"type",params:{type: schema59.properties.default.type},message:"must be string,number,boolean,array,object",schema:schema59.properties.default.type,parentSchema:schema59.properties.default,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.required !== undefined && func0.call(data, "required")){
let data17 = data.required;
if(typeof data17 !== "boolean"){
const err35 = {instancePath:instancePath+"/required",schemaPath:"#/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema59.properties.required.type,parentSchema:schema59.properties.required,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.type,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate63.errors = vErrors;
return errors === 0;
}
validate63.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema149 = {"title":"RunbookPreflightStep","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id","description":"The step's name, unique in the runbook ignoring case. Default: the action's name."},"uses":{"$ref":"common.json#/$defs/actionName","description":"An action of the registry."},"with":{"type":"object","maxProperties":64,"description":"The action's input parameters; values may be expressions: ${{ inputs.service }}."},"timeout":{"$ref":"common.json#/$defs/duration","description":"The time limit on the node. Default: the action's own. 1s to 24h."},"expect":{"type":"string","minLength":1,"maxLength":2000,"description":"What has to be true of the output, else the step has failed: one expression that is true or false, such as ${{ output.healthy }}."}},"required":["uses"],"description":"One check before anything is changed."};

function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate68.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.uses === undefined) || (!(func0.call(data, "uses")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema149.required,parentSchema:schema149,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((((key0 === "id") || (key0 === "uses")) || (key0 === "with")) || (key0 === "timeout")) || (key0 === "expect"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema149,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.id !== undefined && func0.call(data, "id")){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
const err2 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.uses !== undefined && func0.call(data, "uses")){
let data1 = data.uses;
if(typeof data1 === "string"){
if(!pattern38.test(data1)){
const err4 = {instancePath:instancePath+"/uses",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/uses",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.with !== undefined && func0.call(data, "with")){
let data2 = data.with;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 64){
const err6 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema149.properties.with,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema149.properties.with.type,parentSchema:schema149.properties.with,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.timeout !== undefined && func0.call(data, "timeout")){
let data3 = data.timeout;
if(typeof data3 === "string"){
if(!pattern43.test(data3)){
const err8 = {instancePath:instancePath+"/timeout",schemaPath:"common.json#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5}(ms|s|m|h)$"},message:"must match pattern \""+"^[1-9][0-9]{0,5}(ms|s|m|h)$"+"\"",schema:"^[1-9][0-9]{0,5}(ms|s|m|h)$",parentSchema:schema58,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/timeout",schemaPath:"common.json#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.type,parentSchema:schema58,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.expect !== undefined && func0.call(data, "expect")){
let data4 = data.expect;
if(typeof data4 === "string"){
if(func8(data4) > 2000){
const err10 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema149.properties.expect,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func8(data4) < 1){
const err11 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema149.properties.expect,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema149.properties.expect.type,parentSchema:schema149.properties.expect,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema149.type,parentSchema:schema149,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate68.errors = vErrors;
return errors === 0;
}
validate68.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema153 = {"title":"RunbookVerifyStep","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id","description":"The step's name, unique in the runbook ignoring case. Default: the action's name."},"uses":{"$ref":"common.json#/$defs/actionName","description":"An action of the registry."},"with":{"type":"object","maxProperties":64,"description":"The action's input parameters; values may be expressions: ${{ inputs.service }}."},"timeout":{"$ref":"common.json#/$defs/duration","description":"The time limit on the node. Default: the action's own. 1s to 24h."},"expect":{"type":"string","minLength":1,"maxLength":2000,"description":"What has to be true of the output, else the step has failed: one expression that is true or false, such as ${{ output.healthy }}."},"until":{"$ref":"#/$defs/until","description":"Asks again until it passes; only after the steps. Default: asked once."}},"required":["uses"],"description":"One part of what healthy means."};
const schema157 = {"title":"RunbookUntil","type":"object","additionalProperties":false,"properties":{"every":{"$ref":"common.json#/$defs/duration","description":"How long to wait before asking again, at least 1s."},"for":{"$ref":"common.json#/$defs/duration","description":"After how long it is given up: at least `every`, at most 1h."}},"required":["every","for"],"description":"How often, and how long, a check is asked."};

function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate71.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.every === undefined) || (!(func0.call(data, "every")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "every"},message:"must have required property '"+"every"+"'",schema:schema157.required,parentSchema:schema157,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.for === undefined) || (!(func0.call(data, "for")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "for"},message:"must have required property '"+"for"+"'",schema:schema157.required,parentSchema:schema157,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((key0 === "every") || (key0 === "for"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema157,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.every !== undefined && func0.call(data, "every")){
let data0 = data.every;
if(typeof data0 === "string"){
if(!pattern43.test(data0)){
const err3 = {instancePath:instancePath+"/every",schemaPath:"common.json#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5}(ms|s|m|h)$"},message:"must match pattern \""+"^[1-9][0-9]{0,5}(ms|s|m|h)$"+"\"",schema:"^[1-9][0-9]{0,5}(ms|s|m|h)$",parentSchema:schema58,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/every",schemaPath:"common.json#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.type,parentSchema:schema58,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.for !== undefined && func0.call(data, "for")){
let data1 = data.for;
if(typeof data1 === "string"){
if(!pattern43.test(data1)){
const err5 = {instancePath:instancePath+"/for",schemaPath:"common.json#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5}(ms|s|m|h)$"},message:"must match pattern \""+"^[1-9][0-9]{0,5}(ms|s|m|h)$"+"\"",schema:"^[1-9][0-9]{0,5}(ms|s|m|h)$",parentSchema:schema58,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/for",schemaPath:"common.json#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.type,parentSchema:schema58,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema157.type,parentSchema:schema157,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate71.errors = vErrors;
return errors === 0;
}
validate71.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate70.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.uses === undefined) || (!(func0.call(data, "uses")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema153.required,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((((key0 === "id") || (key0 === "uses")) || (key0 === "with")) || (key0 === "timeout")) || (key0 === "expect")) || (key0 === "until"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.id !== undefined && func0.call(data, "id")){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
const err2 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.uses !== undefined && func0.call(data, "uses")){
let data1 = data.uses;
if(typeof data1 === "string"){
if(!pattern38.test(data1)){
const err4 = {instancePath:instancePath+"/uses",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/uses",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.with !== undefined && func0.call(data, "with")){
let data2 = data.with;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 64){
const err6 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema153.properties.with,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema153.properties.with.type,parentSchema:schema153.properties.with,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.timeout !== undefined && func0.call(data, "timeout")){
let data3 = data.timeout;
if(typeof data3 === "string"){
if(!pattern43.test(data3)){
const err8 = {instancePath:instancePath+"/timeout",schemaPath:"common.json#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5}(ms|s|m|h)$"},message:"must match pattern \""+"^[1-9][0-9]{0,5}(ms|s|m|h)$"+"\"",schema:"^[1-9][0-9]{0,5}(ms|s|m|h)$",parentSchema:schema58,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/timeout",schemaPath:"common.json#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.type,parentSchema:schema58,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.expect !== undefined && func0.call(data, "expect")){
let data4 = data.expect;
if(typeof data4 === "string"){
if(func8(data4) > 2000){
const err10 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema153.properties.expect,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func8(data4) < 1){
const err11 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema153.properties.expect,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema153.properties.expect.type,parentSchema:schema153.properties.expect,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.until !== undefined && func0.call(data, "until")){
if(!(validate71(data.until, {instancePath:instancePath+"/until",parentData:data,parentDataProperty:"until",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema153.type,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate70.errors = vErrors;
return errors === 0;
}
validate70.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema160 = {"title":"RunbookStep","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id","description":"The step's name, unique in the runbook ignoring case. Default: the action's name."},"uses":{"$ref":"common.json#/$defs/actionName","description":"An action of the registry."},"if":{"type":"string","minLength":1,"maxLength":2000,"description":"Whether the step is run: one expression that is true or false, such as ${{ steps.state.output.main_pid == 0 }}. A step that is not run has the status skipped. Decided once, before for-each."},"for-each":{"type":["string","array"],"minItems":1,"maxItems":100,"maxLength":2000,"description":"Runs the step once for each entry of a list, one after the other: at most 100 values, or one expression that gives a declared list of at most 100 entries. The entry is `item`."},"with":{"type":"object","maxProperties":64,"description":"The action's input parameters; values may be expressions: ${{ inputs.service }}."},"timeout":{"$ref":"common.json#/$defs/duration","description":"The time limit on the node. Default: the action's own. 1s to 24h."},"retry":{"$ref":"#/$defs/retry","description":"How often the step is tried. Default: at most three times, and only as long as nothing has run on the node."},"lock":{"type":"string","minLength":1,"maxLength":200,"description":"A name that one step at a time can hold on a node. It may use inputs and node, and never what a step gave."},"once":{"const":true,"description":"Runs the step on one node of the run only, the first one that comes to it; all nodes after it can use its output."},"expect":{"type":"string","minLength":1,"maxLength":2000,"description":"What has to be true of the output, else the step has failed: one expression that is true or false, such as ${{ output.healthy }}."},"on-failure":{"enum":["stop","continue","undo"],"description":"What follows when the step fails. stop: no further step is run. continue: the next step is run. undo: what was done on the node is undone, last step first; also where the step succeeded and the node is not fixed after all steps. Default: stop."},"undo":{"$ref":"#/$defs/undo","description":"What takes the change back. Only where the action of the step changes something."}},"required":["uses"],"description":"One action with its parameters."};
const schema164 = {"title":"RunbookRetry","type":"object","additionalProperties":false,"properties":{"attempts":{"type":"integer","minimum":2,"maximum":10,"description":"Tries in all. Before anything has run: whenever the node could not be reached or was busy. After the plugin has run: only where it says itself that it failed, or all of it is known to be dead, and its action is `idempotent`. Never after an unknown outcome."},"backoff":{"$ref":"common.json#/$defs/duration","description":"How long to wait after the plugin has failed, 100ms to 10m. Default 1s. A node that could not be reached is tried after a random time of at most 0.5s, 1s, 2s and so on, up to 30s."}},"required":["attempts"],"description":"How often a step is tried."};

function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate75.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.attempts === undefined) || (!(func0.call(data, "attempts")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "attempts"},message:"must have required property '"+"attempts"+"'",schema:schema164.required,parentSchema:schema164,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((key0 === "attempts") || (key0 === "backoff"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema164,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.attempts !== undefined && func0.call(data, "attempts")){
let data0 = data.attempts;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/attempts",schemaPath:"#/properties/attempts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema164.properties.attempts.type,parentSchema:schema164.properties.attempts,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 10 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/attempts",schemaPath:"#/properties/attempts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},message:"must be <= 10",schema:10,parentSchema:schema164.properties.attempts,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 2 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/attempts",schemaPath:"#/properties/attempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2",schema:2,parentSchema:schema164.properties.attempts,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.backoff !== undefined && func0.call(data, "backoff")){
let data1 = data.backoff;
if(typeof data1 === "string"){
if(!pattern43.test(data1)){
const err5 = {instancePath:instancePath+"/backoff",schemaPath:"common.json#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5}(ms|s|m|h)$"},message:"must match pattern \""+"^[1-9][0-9]{0,5}(ms|s|m|h)$"+"\"",schema:"^[1-9][0-9]{0,5}(ms|s|m|h)$",parentSchema:schema58,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/backoff",schemaPath:"common.json#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.type,parentSchema:schema58,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema164.type,parentSchema:schema164,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}
validate75.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema166 = {"title":"RunbookUndo","type":"object","additionalProperties":false,"properties":{"uses":{"$ref":"common.json#/$defs/actionName","description":"An action of the registry."},"with":{"type":"object","maxProperties":64,"description":"The action's input parameters; values may be expressions: ${{ inputs.service }}."},"timeout":{"$ref":"common.json#/$defs/duration","description":"The time limit on the node. Default: the action's own. 1s to 24h."}},"required":["uses"],"description":"One action that takes a change back. It may use the output of its own step."};

function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate77.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.uses === undefined) || (!(func0.call(data, "uses")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema166.required,parentSchema:schema166,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((key0 === "uses") || (key0 === "with")) || (key0 === "timeout"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema166,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.uses !== undefined && func0.call(data, "uses")){
let data0 = data.uses;
if(typeof data0 === "string"){
if(!pattern38.test(data0)){
const err2 = {instancePath:instancePath+"/uses",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/uses",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.with !== undefined && func0.call(data, "with")){
let data1 = data.with;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length > 64){
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema166.properties.with,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema166.properties.with.type,parentSchema:schema166.properties.with,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.timeout !== undefined && func0.call(data, "timeout")){
let data2 = data.timeout;
if(typeof data2 === "string"){
if(!pattern43.test(data2)){
const err6 = {instancePath:instancePath+"/timeout",schemaPath:"common.json#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5}(ms|s|m|h)$"},message:"must match pattern \""+"^[1-9][0-9]{0,5}(ms|s|m|h)$"+"\"",schema:"^[1-9][0-9]{0,5}(ms|s|m|h)$",parentSchema:schema58,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/timeout",schemaPath:"common.json#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.type,parentSchema:schema58,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema166.type,parentSchema:schema166,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate77.errors = vErrors;
return errors === 0;
}
validate77.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate74.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.uses === undefined) || (!(func0.call(data, "uses")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema160.required,parentSchema:schema160,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema160.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema160,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.id !== undefined && func0.call(data, "id")){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
const err2 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.uses !== undefined && func0.call(data, "uses")){
let data1 = data.uses;
if(typeof data1 === "string"){
if(!pattern38.test(data1)){
const err4 = {instancePath:instancePath+"/uses",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/uses",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.if !== undefined && func0.call(data, "if")){
let data2 = data.if;
if(typeof data2 === "string"){
if(func8(data2) > 2000){
const err6 = {instancePath:instancePath+"/if",schemaPath:"#/properties/if/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema160.properties.if,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func8(data2) < 1){
const err7 = {instancePath:instancePath+"/if",schemaPath:"#/properties/if/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema160.properties.if,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/if",schemaPath:"#/properties/if/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema160.properties.if.type,parentSchema:schema160.properties.if,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data["for-each"] !== undefined && func0.call(data, "for-each")){
let data3 = data["for-each"];
if((typeof data3 !== "string") && (!(Array.isArray(data3)))){
const err9 = {instancePath:instancePath+"/for-each",schemaPath:"#/properties/for-each/type",keyword:"type",params:{type: schema160.properties["for-each"].type},message:"must be string,array",schema:schema160.properties["for-each"].type,parentSchema:schema160.properties["for-each"],data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data3 === "string"){
if(func8(data3) > 2000){
const err10 = {instancePath:instancePath+"/for-each",schemaPath:"#/properties/for-each/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema160.properties["for-each"],data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(Array.isArray(data3)){
if(data3.length > 100){
const err11 = {instancePath:instancePath+"/for-each",schemaPath:"#/properties/for-each/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema160.properties["for-each"],data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data3.length < 1){
const err12 = {instancePath:instancePath+"/for-each",schemaPath:"#/properties/for-each/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema160.properties["for-each"],data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.with !== undefined && func0.call(data, "with")){
let data4 = data.with;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 64){
const err13 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema160.properties.with,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema160.properties.with.type,parentSchema:schema160.properties.with,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.timeout !== undefined && func0.call(data, "timeout")){
let data5 = data.timeout;
if(typeof data5 === "string"){
if(!pattern43.test(data5)){
const err15 = {instancePath:instancePath+"/timeout",schemaPath:"common.json#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5}(ms|s|m|h)$"},message:"must match pattern \""+"^[1-9][0-9]{0,5}(ms|s|m|h)$"+"\"",schema:"^[1-9][0-9]{0,5}(ms|s|m|h)$",parentSchema:schema58,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/timeout",schemaPath:"common.json#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.type,parentSchema:schema58,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.retry !== undefined && func0.call(data, "retry")){
if(!(validate75(data.retry, {instancePath:instancePath+"/retry",parentData:data,parentDataProperty:"retry",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
if(data.lock !== undefined && func0.call(data, "lock")){
let data7 = data.lock;
if(typeof data7 === "string"){
if(func8(data7) > 200){
const err17 = {instancePath:instancePath+"/lock",schemaPath:"#/properties/lock/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema160.properties.lock,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func8(data7) < 1){
const err18 = {instancePath:instancePath+"/lock",schemaPath:"#/properties/lock/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema160.properties.lock,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/lock",schemaPath:"#/properties/lock/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema160.properties.lock.type,parentSchema:schema160.properties.lock,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.once !== undefined && func0.call(data, "once")){
let data8 = data.once;
if(true !== data8){
const err20 = {instancePath:instancePath+"/once",schemaPath:"#/properties/once/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema160.properties.once,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.expect !== undefined && func0.call(data, "expect")){
let data9 = data.expect;
if(typeof data9 === "string"){
if(func8(data9) > 2000){
const err21 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema160.properties.expect,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(func8(data9) < 1){
const err22 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema160.properties.expect,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema160.properties.expect.type,parentSchema:schema160.properties.expect,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data["on-failure"] !== undefined && func0.call(data, "on-failure")){
let data10 = data["on-failure"];
if(!(((data10 === "stop") || (data10 === "continue")) || (data10 === "undo"))){
const err24 = {instancePath:instancePath+"/on-failure",schemaPath:"#/properties/on-failure/enum",keyword:"enum",params:{allowedValues: schema160.properties["on-failure"].enum},message:"must be equal to one of the allowed values",schema:schema160.properties["on-failure"].enum,parentSchema:schema160.properties["on-failure"],data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.undo !== undefined && func0.call(data, "undo")){
if(!(validate77(data.undo, {instancePath:instancePath+"/undo",parentData:data,parentDataProperty:"undo",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema160.type,parentSchema:schema160,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}
validate74.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema169 = {"title":"RunbookEvidenceStep","type":"object","additionalProperties":false,"properties":{"id":{"$ref":"common.json#/$defs/id","description":"The step's name, unique in the runbook ignoring case. Default: the action's name."},"uses":{"$ref":"common.json#/$defs/actionName","description":"An action of the registry."},"with":{"type":"object","maxProperties":64,"description":"The action's input parameters; values may be expressions: ${{ inputs.service }}."},"timeout":{"$ref":"common.json#/$defs/duration","description":"The time limit on the node. Default: the action's own. 1s to 24h."}},"required":["uses"],"description":"One thing that is collected at the end."};

function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate80.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.uses === undefined) || (!(func0.call(data, "uses")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema169.required,parentSchema:schema169,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((key0 === "id") || (key0 === "uses")) || (key0 === "with")) || (key0 === "timeout"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema169,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.id !== undefined && func0.call(data, "id")){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
const err2 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/id",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.uses !== undefined && func0.call(data, "uses")){
let data1 = data.uses;
if(typeof data1 === "string"){
if(!pattern38.test(data1)){
const err4 = {instancePath:instancePath+"/uses",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/uses",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.with !== undefined && func0.call(data, "with")){
let data2 = data.with;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 64){
const err6 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema169.properties.with,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema169.properties.with.type,parentSchema:schema169.properties.with,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.timeout !== undefined && func0.call(data, "timeout")){
let data3 = data.timeout;
if(typeof data3 === "string"){
if(!pattern43.test(data3)){
const err8 = {instancePath:instancePath+"/timeout",schemaPath:"common.json#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5}(ms|s|m|h)$"},message:"must match pattern \""+"^[1-9][0-9]{0,5}(ms|s|m|h)$"+"\"",schema:"^[1-9][0-9]{0,5}(ms|s|m|h)$",parentSchema:schema58,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/timeout",schemaPath:"common.json#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.type,parentSchema:schema58,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema169.type,parentSchema:schema169,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate80.errors = vErrors;
return errors === 0;
}
validate80.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/runbook.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate62.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.name === undefined) || (!(func0.call(data, "name")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema145.required,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.description === undefined) || (!(func0.call(data, "description")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "description"},message:"must have required property '"+"description"+"'",schema:schema145.required,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.steps === undefined) || (!(func0.call(data, "steps")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},message:"must have required property '"+"steps"+"'",schema:schema145.required,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema145.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined && func0.call(data, "name")){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/name",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.description !== undefined && func0.call(data, "description")){
let data1 = data.description;
if(typeof data1 === "string"){
if(func8(data1) > 500){
const err6 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema145.properties.description,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func8(data1) < 1){
const err7 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema145.properties.description,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema145.properties.description.type,parentSchema:schema145.properties.description,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.owner !== undefined && func0.call(data, "owner")){
let data2 = data.owner;
if(typeof data2 === "string"){
if(func8(data2) > 128){
const err9 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema145.properties.owner,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema145.properties.owner.type,parentSchema:schema145.properties.owner,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.inputs !== undefined && func0.call(data, "inputs")){
let data3 = data.inputs;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 64){
const err11 = {instancePath:instancePath+"/inputs",schemaPath:"#/properties/inputs/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema145.properties.inputs,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 of Object.keys(data3)){
const _errs11 = errors;
if(typeof key1 === "string"){
if(!pattern38.test(key1)){
const err12 = {instancePath:instancePath+"/inputs",schemaPath:"#/properties/inputs/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema145.properties.inputs.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var valid2 = _errs11 === errors;
if(!valid2){
const err13 = {instancePath:instancePath+"/inputs",schemaPath:"#/properties/inputs/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema145.properties.inputs.propertyNames,parentSchema:schema145.properties.inputs,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
for(const key2 of Object.keys(data3)){
if(!(validate63(data3[key2], {instancePath:instancePath+"/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data3,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
}
else {
const err14 = {instancePath:instancePath+"/inputs",schemaPath:"#/properties/inputs/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema145.properties.inputs.type,parentSchema:schema145.properties.inputs,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.targets !== undefined && func0.call(data, "targets")){
let data5 = data.targets;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if((data5.select === undefined) || (!(func0.call(data5, "select")))){
const err15 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/required",keyword:"required",params:{missingProperty: "select"},message:"must have required property '"+"select"+"'",schema:schema145.properties.targets.required,parentSchema:schema145.properties.targets,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key3 of Object.keys(data5)){
if(!((key3 === "select") || (key3 === "max"))){
const err16 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema145.properties.targets,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.select !== undefined && func0.call(data5, "select")){
let data6 = data5.select;
if(typeof data6 === "string"){
if(func8(data6) > 1000){
const err17 = {instancePath:instancePath+"/targets/select",schemaPath:"common.json#/$defs/selector/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema15,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func8(data6) < 1){
const err18 = {instancePath:instancePath+"/targets/select",schemaPath:"common.json#/$defs/selector/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema15,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/targets/select",schemaPath:"common.json#/$defs/selector/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.type,parentSchema:schema15,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data5.max !== undefined && func0.call(data5, "max")){
let data7 = data5.max;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err20 = {instancePath:instancePath+"/targets/max",schemaPath:"#/properties/targets/properties/max/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema145.properties.targets.properties.max.type,parentSchema:schema145.properties.targets.properties.max,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 10000 || isNaN(data7)){
const err21 = {instancePath:instancePath+"/targets/max",schemaPath:"#/properties/targets/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema145.properties.targets.properties.max,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data7 < 1 || isNaN(data7)){
const err22 = {instancePath:instancePath+"/targets/max",schemaPath:"#/properties/targets/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema145.properties.targets.properties.max,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
}
else {
const err23 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema145.properties.targets.type,parentSchema:schema145.properties.targets,data:data5};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.rollout !== undefined && func0.call(data, "rollout")){
let data8 = data.rollout;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key4 of Object.keys(data8)){
if(!(((key4 === "batches") || (key4 === "concurrency")) || (key4 === "max-failures"))){
const err24 = {instancePath:instancePath+"/rollout",schemaPath:"#/properties/rollout/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema145.properties.rollout,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data8.batches !== undefined && func0.call(data8, "batches")){
let data9 = data8.batches;
if(Array.isArray(data9)){
if(data9.length > 100){
const err25 = {instancePath:instancePath+"/rollout/batches",schemaPath:"#/properties/rollout/properties/batches/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema145.properties.rollout.properties.batches,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data9.length < 1){
const err26 = {instancePath:instancePath+"/rollout/batches",schemaPath:"#/properties/rollout/properties/batches/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema145.properties.rollout.properties.batches,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if((!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))) && (typeof data10 !== "string")){
const err27 = {instancePath:instancePath+"/rollout/batches/" + i0,schemaPath:"#/properties/rollout/properties/batches/items/type",keyword:"type",params:{type: schema145.properties.rollout.properties.batches.items.type},message:"must be integer,string",schema:schema145.properties.rollout.properties.batches.items.type,parentSchema:schema145.properties.rollout.properties.batches.items,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 10000 || isNaN(data10)){
const err28 = {instancePath:instancePath+"/rollout/batches/" + i0,schemaPath:"#/properties/rollout/properties/batches/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema145.properties.rollout.properties.batches.items,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data10 < 1 || isNaN(data10)){
const err29 = {instancePath:instancePath+"/rollout/batches/" + i0,schemaPath:"#/properties/rollout/properties/batches/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema145.properties.rollout.properties.batches.items,data:data10};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(typeof data10 === "string"){
if(!pattern107.test(data10)){
const err30 = {instancePath:instancePath+"/rollout/batches/" + i0,schemaPath:"#/properties/rollout/properties/batches/items/pattern",keyword:"pattern",params:{pattern: "^(100|[1-9][0-9]?)%$"},message:"must match pattern \""+"^(100|[1-9][0-9]?)%$"+"\"",schema:"^(100|[1-9][0-9]?)%$",parentSchema:schema145.properties.rollout.properties.batches.items,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
}
else {
const err31 = {instancePath:instancePath+"/rollout/batches",schemaPath:"#/properties/rollout/properties/batches/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema145.properties.rollout.properties.batches.type,parentSchema:schema145.properties.rollout.properties.batches,data:data9};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data8.concurrency !== undefined && func0.call(data8, "concurrency")){
let data11 = data8.concurrency;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err32 = {instancePath:instancePath+"/rollout/concurrency",schemaPath:"#/properties/rollout/properties/concurrency/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema145.properties.rollout.properties.concurrency.type,parentSchema:schema145.properties.rollout.properties.concurrency,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 256 || isNaN(data11)){
const err33 = {instancePath:instancePath+"/rollout/concurrency",schemaPath:"#/properties/rollout/properties/concurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256},message:"must be <= 256",schema:256,parentSchema:schema145.properties.rollout.properties.concurrency,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data11 < 1 || isNaN(data11)){
const err34 = {instancePath:instancePath+"/rollout/concurrency",schemaPath:"#/properties/rollout/properties/concurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema145.properties.rollout.properties.concurrency,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data8["max-failures"] !== undefined && func0.call(data8, "max-failures")){
let data12 = data8["max-failures"];
if((!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))) && (typeof data12 !== "string")){
const err35 = {instancePath:instancePath+"/rollout/max-failures",schemaPath:"#/properties/rollout/properties/max-failures/type",keyword:"type",params:{type: schema145.properties.rollout.properties["max-failures"].type},message:"must be integer,string",schema:schema145.properties.rollout.properties["max-failures"].type,parentSchema:schema145.properties.rollout.properties["max-failures"],data:data12};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 10000 || isNaN(data12)){
const err36 = {instancePath:instancePath+"/rollout/max-failures",schemaPath:"#/properties/rollout/properties/max-failures/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema145.properties.rollout.properties["max-failures"],data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data12 < 0 || isNaN(data12)){
const err37 = {instancePath:instancePath+"/rollout/max-failures",schemaPath:"#/properties/rollout/properties/max-failures/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema145.properties.rollout.properties["max-failures"],data:data12};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(typeof data12 === "string"){
if(!pattern108.test(data12)){
const err38 = {instancePath:instancePath+"/rollout/max-failures",schemaPath:"#/properties/rollout/properties/max-failures/pattern",keyword:"pattern",params:{pattern: "^(100|[1-9]?[0-9])%$"},message:"must match pattern \""+"^(100|[1-9]?[0-9])%$"+"\"",schema:"^(100|[1-9]?[0-9])%$",parentSchema:schema145.properties.rollout.properties["max-failures"],data:data12};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
}
else {
const err39 = {instancePath:instancePath+"/rollout",schemaPath:"#/properties/rollout/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema145.properties.rollout.type,parentSchema:schema145.properties.rollout,data:data8};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.preflight !== undefined && func0.call(data, "preflight")){
let data13 = data.preflight;
if(Array.isArray(data13)){
if(data13.length > 20){
const err40 = {instancePath:instancePath+"/preflight",schemaPath:"#/properties/preflight/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items",schema:20,parentSchema:schema145.properties.preflight,data:data13};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data13.length < 1){
const err41 = {instancePath:instancePath+"/preflight",schemaPath:"#/properties/preflight/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema145.properties.preflight,data:data13};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
if(!(validate68(data13[i1], {instancePath:instancePath+"/preflight/" + i1,parentData:data13,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
}
else {
const err42 = {instancePath:instancePath+"/preflight",schemaPath:"#/properties/preflight/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema145.properties.preflight.type,parentSchema:schema145.properties.preflight,data:data13};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.verify !== undefined && func0.call(data, "verify")){
let data15 = data.verify;
if(Array.isArray(data15)){
if(data15.length > 20){
const err43 = {instancePath:instancePath+"/verify",schemaPath:"#/properties/verify/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items",schema:20,parentSchema:schema145.properties.verify,data:data15};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data15.length < 1){
const err44 = {instancePath:instancePath+"/verify",schemaPath:"#/properties/verify/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema145.properties.verify,data:data15};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
if(!(validate70(data15[i2], {instancePath:instancePath+"/verify/" + i2,parentData:data15,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
}
else {
const err45 = {instancePath:instancePath+"/verify",schemaPath:"#/properties/verify/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema145.properties.verify.type,parentSchema:schema145.properties.verify,data:data15};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.steps !== undefined && func0.call(data, "steps")){
let data17 = data.steps;
if(Array.isArray(data17)){
if(data17.length > 100){
const err46 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema145.properties.steps,data:data17};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data17.length < 1){
const err47 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema145.properties.steps,data:data17};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
if(!(validate74(data17[i3], {instancePath:instancePath+"/steps/" + i3,parentData:data17,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
}
}
else {
const err48 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema145.properties.steps.type,parentSchema:schema145.properties.steps,data:data17};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.evidence !== undefined && func0.call(data, "evidence")){
let data19 = data.evidence;
if(Array.isArray(data19)){
if(data19.length > 20){
const err49 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items",schema:20,parentSchema:schema145.properties.evidence,data:data19};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data19.length < 1){
const err50 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema145.properties.evidence,data:data19};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
const len4 = data19.length;
for(let i4=0; i4<len4; i4++){
if(!(validate80(data19[i4], {instancePath:instancePath+"/evidence/" + i4,parentData:data19,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
}
}
else {
const err51 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema145.properties.evidence.type,parentSchema:schema145.properties.evidence,data:data19};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema145.type,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
validate62.errors = vErrors;
return errors === 0;
}
validate62.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape18 = validate82;
const schema173 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/step-record.json","title":"Step record","description":"nodes/<node>/<step>.<n>.json: every message of one attempt.","type":"object","additionalProperties":false,"properties":{"rcs_request":{"$ref":"rcs.json"},"bpcs_input":{"$ref":"bpcs-input.json"},"bpcs_output":{"$ref":"bpcs-output.json"},"eps":{"$ref":"eps.json"},"rcs_result":{"$ref":"rcs.json"},"evidence":{"type":"object","additionalProperties":false,"properties":{"exit_code":{"type":"integer","description":"The plugin's exit status."},"signal":{"type":"string","maxLength":16,"description":"The signal that ended it."},"stdout_bytes":{"type":"integer","minimum":0,"description":"How much it wrote to stdout."},"stdout_text":{"type":"string","maxLength":131100,"description":"First and last 64 KiB, only where the output was refused."},"stderr_bytes":{"type":"integer","minimum":0,"description":"How much it wrote to stderr."},"noise_text":{"type":"string","maxLength":65600,"description":"What the login shell printed before the launcher began."},"truncated":{"type":"boolean","description":"Whether output was cut at its limit."},"host_key_sha256":{"type":"string","maxLength":100,"description":"Fingerprint of the host key that was seen."},"timings_ms":{"type":"object","additionalProperties":{"type":"number"},"description":"Milliseconds by phase: connect, auth, ready, run."},"termination":{"type":"object","additionalProperties":false,"properties":{"signals":{"type":"array","items":{"type":"string","maxLength":8},"description":"The signals that were sent, in order."},"group_gone":{"type":"boolean","description":"Whether no process of its group is left."},"survivors":{"type":"array","items":{"type":"integer","minimum":1},"maxItems":1000,"description":"Ids of the processes that are left."}},"required":["signals","group_gone","survivors"],"description":"How it was stopped."}},"description":"What the transport saw."}},"required":["rcs_request","rcs_result"]};

function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/step-record.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate82.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.rcs_request === undefined) || (!(func0.call(data, "rcs_request")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rcs_request"},message:"must have required property '"+"rcs_request"+"'",schema:schema173.required,parentSchema:schema173,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.rcs_result === undefined) || (!(func0.call(data, "rcs_result")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rcs_result"},message:"must have required property '"+"rcs_result"+"'",schema:schema173.required,parentSchema:schema173,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((((key0 === "rcs_request") || (key0 === "bpcs_input")) || (key0 === "bpcs_output")) || (key0 === "eps")) || (key0 === "rcs_result")) || (key0 === "evidence"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema173,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.rcs_request !== undefined && func0.call(data, "rcs_request")){
if(!(validate46(data.rcs_request, {instancePath:instancePath+"/rcs_request",parentData:data,parentDataProperty:"rcs_request",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
if(data.bpcs_input !== undefined && func0.call(data, "bpcs_input")){
if(!(validate0(data.bpcs_input, {instancePath:instancePath+"/bpcs_input",parentData:data,parentDataProperty:"bpcs_input",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate0.errors : vErrors.concat(validate0.errors);
errors = vErrors.length;
}
}
if(data.bpcs_output !== undefined && func0.call(data, "bpcs_output")){
if(!(validate4(data.bpcs_output, {instancePath:instancePath+"/bpcs_output",parentData:data,parentDataProperty:"bpcs_output",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate4.errors : vErrors.concat(validate4.errors);
errors = vErrors.length;
}
}
if(data.eps !== undefined && func0.call(data, "eps")){
if(!(validate7(data.eps, {instancePath:instancePath+"/eps",parentData:data,parentDataProperty:"eps",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate7.errors : vErrors.concat(validate7.errors);
errors = vErrors.length;
}
}
if(data.rcs_result !== undefined && func0.call(data, "rcs_result")){
if(!(validate46(data.rcs_result, {instancePath:instancePath+"/rcs_result",parentData:data,parentDataProperty:"rcs_result",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
if(data.evidence !== undefined && func0.call(data, "evidence")){
let data5 = data.evidence;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 of Object.keys(data5)){
if(!(func0.call(schema173.properties.evidence.properties, key1))){
const err3 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema173.properties.evidence,data:data5};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data5.exit_code !== undefined && func0.call(data5, "exit_code")){
let data6 = data5.exit_code;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err4 = {instancePath:instancePath+"/evidence/exit_code",schemaPath:"#/properties/evidence/properties/exit_code/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema173.properties.evidence.properties.exit_code.type,parentSchema:schema173.properties.evidence.properties.exit_code,data:data6};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data5.signal !== undefined && func0.call(data5, "signal")){
let data7 = data5.signal;
if(typeof data7 === "string"){
if(func8(data7) > 16){
const err5 = {instancePath:instancePath+"/evidence/signal",schemaPath:"#/properties/evidence/properties/signal/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters",schema:16,parentSchema:schema173.properties.evidence.properties.signal,data:data7};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/evidence/signal",schemaPath:"#/properties/evidence/properties/signal/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema173.properties.evidence.properties.signal.type,parentSchema:schema173.properties.evidence.properties.signal,data:data7};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data5.stdout_bytes !== undefined && func0.call(data5, "stdout_bytes")){
let data8 = data5.stdout_bytes;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err7 = {instancePath:instancePath+"/evidence/stdout_bytes",schemaPath:"#/properties/evidence/properties/stdout_bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema173.properties.evidence.properties.stdout_bytes.type,parentSchema:schema173.properties.evidence.properties.stdout_bytes,data:data8};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
const err8 = {instancePath:instancePath+"/evidence/stdout_bytes",schemaPath:"#/properties/evidence/properties/stdout_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema173.properties.evidence.properties.stdout_bytes,data:data8};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data5.stdout_text !== undefined && func0.call(data5, "stdout_text")){
let data9 = data5.stdout_text;
if(typeof data9 === "string"){
if(func8(data9) > 131100){
const err9 = {instancePath:instancePath+"/evidence/stdout_text",schemaPath:"#/properties/evidence/properties/stdout_text/maxLength",keyword:"maxLength",params:{limit: 131100},message:"must NOT have more than 131100 characters",schema:131100,parentSchema:schema173.properties.evidence.properties.stdout_text,data:data9};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/evidence/stdout_text",schemaPath:"#/properties/evidence/properties/stdout_text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema173.properties.evidence.properties.stdout_text.type,parentSchema:schema173.properties.evidence.properties.stdout_text,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data5.stderr_bytes !== undefined && func0.call(data5, "stderr_bytes")){
let data10 = data5.stderr_bytes;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err11 = {instancePath:instancePath+"/evidence/stderr_bytes",schemaPath:"#/properties/evidence/properties/stderr_bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema173.properties.evidence.properties.stderr_bytes.type,parentSchema:schema173.properties.evidence.properties.stderr_bytes,data:data10};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
const err12 = {instancePath:instancePath+"/evidence/stderr_bytes",schemaPath:"#/properties/evidence/properties/stderr_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema173.properties.evidence.properties.stderr_bytes,data:data10};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data5.noise_text !== undefined && func0.call(data5, "noise_text")){
let data11 = data5.noise_text;
if(typeof data11 === "string"){
if(func8(data11) > 65600){
const err13 = {instancePath:instancePath+"/evidence/noise_text",schemaPath:"#/properties/evidence/properties/noise_text/maxLength",keyword:"maxLength",params:{limit: 65600},message:"must NOT have more than 65600 characters",schema:65600,parentSchema:schema173.properties.evidence.properties.noise_text,data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/evidence/noise_text",schemaPath:"#/properties/evidence/properties/noise_text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema173.properties.evidence.properties.noise_text.type,parentSchema:schema173.properties.evidence.properties.noise_text,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data5.truncated !== undefined && func0.call(data5, "truncated")){
let data12 = data5.truncated;
if(typeof data12 !== "boolean"){
const err15 = {instancePath:instancePath+"/evidence/truncated",schemaPath:"#/properties/evidence/properties/truncated/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema173.properties.evidence.properties.truncated.type,parentSchema:schema173.properties.evidence.properties.truncated,data:data12};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data5.host_key_sha256 !== undefined && func0.call(data5, "host_key_sha256")){
let data13 = data5.host_key_sha256;
if(typeof data13 === "string"){
if(func8(data13) > 100){
const err16 = {instancePath:instancePath+"/evidence/host_key_sha256",schemaPath:"#/properties/evidence/properties/host_key_sha256/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema173.properties.evidence.properties.host_key_sha256,data:data13};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/evidence/host_key_sha256",schemaPath:"#/properties/evidence/properties/host_key_sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema173.properties.evidence.properties.host_key_sha256.type,parentSchema:schema173.properties.evidence.properties.host_key_sha256,data:data13};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.timings_ms !== undefined && func0.call(data5, "timings_ms")){
let data14 = data5.timings_ms;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key2 of Object.keys(data14)){
let data15 = data14[key2];
if(!((typeof data15 == "number") && (isFinite(data15)))){
const err18 = {instancePath:instancePath+"/evidence/timings_ms/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/evidence/properties/timings_ms/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema173.properties.evidence.properties.timings_ms.additionalProperties.type,parentSchema:schema173.properties.evidence.properties.timings_ms.additionalProperties,data:data15};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/evidence/timings_ms",schemaPath:"#/properties/evidence/properties/timings_ms/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema173.properties.evidence.properties.timings_ms.type,parentSchema:schema173.properties.evidence.properties.timings_ms,data:data14};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data5.termination !== undefined && func0.call(data5, "termination")){
let data16 = data5.termination;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if((data16.signals === undefined) || (!(func0.call(data16, "signals")))){
const err20 = {instancePath:instancePath+"/evidence/termination",schemaPath:"#/properties/evidence/properties/termination/required",keyword:"required",params:{missingProperty: "signals"},message:"must have required property '"+"signals"+"'",schema:schema173.properties.evidence.properties.termination.required,parentSchema:schema173.properties.evidence.properties.termination,data:data16};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((data16.group_gone === undefined) || (!(func0.call(data16, "group_gone")))){
const err21 = {instancePath:instancePath+"/evidence/termination",schemaPath:"#/properties/evidence/properties/termination/required",keyword:"required",params:{missingProperty: "group_gone"},message:"must have required property '"+"group_gone"+"'",schema:schema173.properties.evidence.properties.termination.required,parentSchema:schema173.properties.evidence.properties.termination,data:data16};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((data16.survivors === undefined) || (!(func0.call(data16, "survivors")))){
const err22 = {instancePath:instancePath+"/evidence/termination",schemaPath:"#/properties/evidence/properties/termination/required",keyword:"required",params:{missingProperty: "survivors"},message:"must have required property '"+"survivors"+"'",schema:schema173.properties.evidence.properties.termination.required,parentSchema:schema173.properties.evidence.properties.termination,data:data16};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key3 of Object.keys(data16)){
if(!(((key3 === "signals") || (key3 === "group_gone")) || (key3 === "survivors"))){
const err23 = {instancePath:instancePath+"/evidence/termination",schemaPath:"#/properties/evidence/properties/termination/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema173.properties.evidence.properties.termination,data:data16};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data16.signals !== undefined && func0.call(data16, "signals")){
let data17 = data16.signals;
if(Array.isArray(data17)){
const len0 = data17.length;
for(let i0=0; i0<len0; i0++){
let data18 = data17[i0];
if(typeof data18 === "string"){
if(func8(data18) > 8){
const err24 = {instancePath:instancePath+"/evidence/termination/signals/" + i0,schemaPath:"#/properties/evidence/properties/termination/properties/signals/items/maxLength",keyword:"maxLength",params:{limit: 8},message:"must NOT have more than 8 characters",schema:8,parentSchema:schema173.properties.evidence.properties.termination.properties.signals.items,data:data18};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/evidence/termination/signals/" + i0,schemaPath:"#/properties/evidence/properties/termination/properties/signals/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema173.properties.evidence.properties.termination.properties.signals.items.type,parentSchema:schema173.properties.evidence.properties.termination.properties.signals.items,data:data18};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/evidence/termination/signals",schemaPath:"#/properties/evidence/properties/termination/properties/signals/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema173.properties.evidence.properties.termination.properties.signals.type,parentSchema:schema173.properties.evidence.properties.termination.properties.signals,data:data17};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data16.group_gone !== undefined && func0.call(data16, "group_gone")){
let data19 = data16.group_gone;
if(typeof data19 !== "boolean"){
const err27 = {instancePath:instancePath+"/evidence/termination/group_gone",schemaPath:"#/properties/evidence/properties/termination/properties/group_gone/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema173.properties.evidence.properties.termination.properties.group_gone.type,parentSchema:schema173.properties.evidence.properties.termination.properties.group_gone,data:data19};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data16.survivors !== undefined && func0.call(data16, "survivors")){
let data20 = data16.survivors;
if(Array.isArray(data20)){
if(data20.length > 1000){
const err28 = {instancePath:instancePath+"/evidence/termination/survivors",schemaPath:"#/properties/evidence/properties/termination/properties/survivors/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items",schema:1000,parentSchema:schema173.properties.evidence.properties.termination.properties.survivors,data:data20};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
const len1 = data20.length;
for(let i1=0; i1<len1; i1++){
let data21 = data20[i1];
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err29 = {instancePath:instancePath+"/evidence/termination/survivors/" + i1,schemaPath:"#/properties/evidence/properties/termination/properties/survivors/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema173.properties.evidence.properties.termination.properties.survivors.items.type,parentSchema:schema173.properties.evidence.properties.termination.properties.survivors.items,data:data21};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 1 || isNaN(data21)){
const err30 = {instancePath:instancePath+"/evidence/termination/survivors/" + i1,schemaPath:"#/properties/evidence/properties/termination/properties/survivors/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema173.properties.evidence.properties.termination.properties.survivors.items,data:data21};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
}
else {
const err31 = {instancePath:instancePath+"/evidence/termination/survivors",schemaPath:"#/properties/evidence/properties/termination/properties/survivors/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema173.properties.evidence.properties.termination.properties.survivors.type,parentSchema:schema173.properties.evidence.properties.termination.properties.survivors,data:data20};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/evidence/termination",schemaPath:"#/properties/evidence/properties/termination/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema173.properties.evidence.properties.termination.type,parentSchema:schema173.properties.evidence.properties.termination,data:data16};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema173.properties.evidence.type,parentSchema:schema173.properties.evidence,data:data5};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema173.type,parentSchema:schema173,data};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate82.errors = vErrors;
return errors === 0;
}
validate82.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const shape19 = validate88;
const schema174 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rune.dev/schemas/test-report.json","title":"TestReport","description":"What `rune test` found.","type":"object","additionalProperties":false,"properties":{"schema_version":{"const":"1.0"},"status":{"enum":["good","failed","cancelled"],"description":"good: every case passed and there is no problem but warnings."},"modules":{"type":"integer","minimum":0},"passed":{"type":"integer","minimum":0},"failed":{"type":"integer","minimum":0},"warnings":{"type":"integer","minimum":0},"duration_ms":{"type":"integer","minimum":0},"shellcheck":{"enum":["done","not-installed","not-needed"],"description":"Whether the shell scripts were checked."},"cases":{"type":"array","items":{"$ref":"#/$defs/case"}},"problems":{"type":"array","items":{"$ref":"common.json#/$defs/problem"},"description":"Of modules, fixtures and scripts."}},"required":["schema_version","status","modules","passed","failed","warnings","duration_ms","shellcheck","cases","problems"],"$defs":{"case":{"title":"TestCase","type":"object","additionalProperties":false,"properties":{"module":{"$ref":"common.json#/$defs/actionName"},"action":{"$ref":"common.json#/$defs/actionName"},"case":{"$ref":"common.json#/$defs/id"},"path":{"type":"string","maxLength":1000,"description":"The case's folder inside the project."},"status":{"enum":["passed","failed"]},"dry_run":{"type":"boolean"},"duration_ms":{"type":"integer","minimum":0,"description":"Of the plugin alone; absent when it was not started."},"failures":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"check":{"enum":["contract","exit","output","error","undocumented","input","dry-run","unchanged"],"description":"What was checked."},"message":{"type":"string","maxLength":4100,"description":"What was found and what was expected."}},"required":["check","message"]}},"warnings":{"type":"array","items":{"type":"string","maxLength":1000},"description":"What a run would warn of."},"stderr":{"type":"string","maxLength":4000,"description":"The beginning of what the plugin wrote to stderr, of a case that failed."}},"required":["module","action","case","path","status","dry_run","failures","warnings"]}}};
const schema175 = {"title":"TestCase","type":"object","additionalProperties":false,"properties":{"module":{"$ref":"common.json#/$defs/actionName"},"action":{"$ref":"common.json#/$defs/actionName"},"case":{"$ref":"common.json#/$defs/id"},"path":{"type":"string","maxLength":1000,"description":"The case's folder inside the project."},"status":{"enum":["passed","failed"]},"dry_run":{"type":"boolean"},"duration_ms":{"type":"integer","minimum":0,"description":"Of the plugin alone; absent when it was not started."},"failures":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"check":{"enum":["contract","exit","output","error","undocumented","input","dry-run","unchanged"],"description":"What was checked."},"message":{"type":"string","maxLength":4100,"description":"What was found and what was expected."}},"required":["check","message"]}},"warnings":{"type":"array","items":{"type":"string","maxLength":1000},"description":"What a run would warn of."},"stderr":{"type":"string","maxLength":4000,"description":"The beginning of what the plugin wrote to stderr, of a case that failed."}},"required":["module","action","case","path","status","dry_run","failures","warnings"]};

function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate89.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.module === undefined) || (!(func0.call(data, "module")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "module"},message:"must have required property '"+"module"+"'",schema:schema175.required,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.action === undefined) || (!(func0.call(data, "action")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'",schema:schema175.required,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.case === undefined) || (!(func0.call(data, "case")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "case"},message:"must have required property '"+"case"+"'",schema:schema175.required,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.path === undefined) || (!(func0.call(data, "path")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema175.required,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.status === undefined) || (!(func0.call(data, "status")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema175.required,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data.dry_run === undefined) || (!(func0.call(data, "dry_run")))){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dry_run"},message:"must have required property '"+"dry_run"+"'",schema:schema175.required,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((data.failures === undefined) || (!(func0.call(data, "failures")))){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "failures"},message:"must have required property '"+"failures"+"'",schema:schema175.required,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((data.warnings === undefined) || (!(func0.call(data, "warnings")))){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "warnings"},message:"must have required property '"+"warnings"+"'",schema:schema175.required,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema175.properties, key0))){
const err8 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.module !== undefined && func0.call(data, "module")){
let data0 = data.module;
if(typeof data0 === "string"){
if(!pattern38.test(data0)){
const err9 = {instancePath:instancePath+"/module",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/module",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.action !== undefined && func0.call(data, "action")){
let data1 = data.action;
if(typeof data1 === "string"){
if(!pattern38.test(data1)){
const err11 = {instancePath:instancePath+"/action",schemaPath:"common.json#/$defs/actionName/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_]{0,63}$",parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/action",schemaPath:"common.json#/$defs/actionName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.type,parentSchema:schema52,data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.case !== undefined && func0.call(data, "case")){
let data2 = data.case;
if(typeof data2 === "string"){
if(!pattern5.test(data2)){
const err13 = {instancePath:instancePath+"/case",schemaPath:"common.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/case",schemaPath:"common.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.path !== undefined && func0.call(data, "path")){
let data3 = data.path;
if(typeof data3 === "string"){
if(func8(data3) > 1000){
const err15 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema175.properties.path,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema175.properties.path.type,parentSchema:schema175.properties.path,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.status !== undefined && func0.call(data, "status")){
let data4 = data.status;
if(!((data4 === "passed") || (data4 === "failed"))){
const err17 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema175.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema175.properties.status.enum,parentSchema:schema175.properties.status,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.dry_run !== undefined && func0.call(data, "dry_run")){
let data5 = data.dry_run;
if(typeof data5 !== "boolean"){
const err18 = {instancePath:instancePath+"/dry_run",schemaPath:"#/properties/dry_run/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema175.properties.dry_run.type,parentSchema:schema175.properties.dry_run,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.duration_ms !== undefined && func0.call(data, "duration_ms")){
let data6 = data.duration_ms;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err19 = {instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema175.properties.duration_ms.type,parentSchema:schema175.properties.duration_ms,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err20 = {instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema175.properties.duration_ms,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.failures !== undefined && func0.call(data, "failures")){
let data7 = data.failures;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if((data8.check === undefined) || (!(func0.call(data8, "check")))){
const err21 = {instancePath:instancePath+"/failures/" + i0,schemaPath:"#/properties/failures/items/required",keyword:"required",params:{missingProperty: "check"},message:"must have required property '"+"check"+"'",schema:schema175.properties.failures.items.required,parentSchema:schema175.properties.failures.items,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((data8.message === undefined) || (!(func0.call(data8, "message")))){
const err22 = {instancePath:instancePath+"/failures/" + i0,schemaPath:"#/properties/failures/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema175.properties.failures.items.required,parentSchema:schema175.properties.failures.items,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key1 of Object.keys(data8)){
if(!((key1 === "check") || (key1 === "message"))){
const err23 = {instancePath:instancePath+"/failures/" + i0,schemaPath:"#/properties/failures/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema175.properties.failures.items,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data8.check !== undefined && func0.call(data8, "check")){
let data9 = data8.check;
if(!((((((((data9 === "contract") || (data9 === "exit")) || (data9 === "output")) || (data9 === "error")) || (data9 === "undocumented")) || (data9 === "input")) || (data9 === "dry-run")) || (data9 === "unchanged"))){
const err24 = {instancePath:instancePath+"/failures/" + i0+"/check",schemaPath:"#/properties/failures/items/properties/check/enum",keyword:"enum",params:{allowedValues: schema175.properties.failures.items.properties.check.enum},message:"must be equal to one of the allowed values",schema:schema175.properties.failures.items.properties.check.enum,parentSchema:schema175.properties.failures.items.properties.check,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data8.message !== undefined && func0.call(data8, "message")){
let data10 = data8.message;
if(typeof data10 === "string"){
if(func8(data10) > 4100){
const err25 = {instancePath:instancePath+"/failures/" + i0+"/message",schemaPath:"#/properties/failures/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 4100},message:"must NOT have more than 4100 characters",schema:4100,parentSchema:schema175.properties.failures.items.properties.message,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/failures/" + i0+"/message",schemaPath:"#/properties/failures/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema175.properties.failures.items.properties.message.type,parentSchema:schema175.properties.failures.items.properties.message,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/failures/" + i0,schemaPath:"#/properties/failures/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema175.properties.failures.items.type,parentSchema:schema175.properties.failures.items,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/failures",schemaPath:"#/properties/failures/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema175.properties.failures.type,parentSchema:schema175.properties.failures,data:data7};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.warnings !== undefined && func0.call(data, "warnings")){
let data11 = data.warnings;
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(typeof data12 === "string"){
if(func8(data12) > 1000){
const err29 = {instancePath:instancePath+"/warnings/" + i1,schemaPath:"#/properties/warnings/items/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema175.properties.warnings.items,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/warnings/" + i1,schemaPath:"#/properties/warnings/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema175.properties.warnings.items.type,parentSchema:schema175.properties.warnings.items,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/warnings",schemaPath:"#/properties/warnings/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema175.properties.warnings.type,parentSchema:schema175.properties.warnings,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.stderr !== undefined && func0.call(data, "stderr")){
let data13 = data.stderr;
if(typeof data13 === "string"){
if(func8(data13) > 4000){
const err32 = {instancePath:instancePath+"/stderr",schemaPath:"#/properties/stderr/maxLength",keyword:"maxLength",params:{limit: 4000},message:"must NOT have more than 4000 characters",schema:4000,parentSchema:schema175.properties.stderr,data:data13};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/stderr",schemaPath:"#/properties/stderr/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema175.properties.stderr.type,parentSchema:schema175.properties.stderr,data:data13};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema175.type,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate89.errors = vErrors;
return errors === 0;
}
validate89.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://rune.dev/schemas/test-report.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate88.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.schema_version === undefined) || (!(func0.call(data, "schema_version")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema174.required,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.status === undefined) || (!(func0.call(data, "status")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema174.required,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.modules === undefined) || (!(func0.call(data, "modules")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "modules"},message:"must have required property '"+"modules"+"'",schema:schema174.required,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.passed === undefined) || (!(func0.call(data, "passed")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "passed"},message:"must have required property '"+"passed"+"'",schema:schema174.required,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.failed === undefined) || (!(func0.call(data, "failed")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "failed"},message:"must have required property '"+"failed"+"'",schema:schema174.required,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data.warnings === undefined) || (!(func0.call(data, "warnings")))){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "warnings"},message:"must have required property '"+"warnings"+"'",schema:schema174.required,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((data.duration_ms === undefined) || (!(func0.call(data, "duration_ms")))){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "duration_ms"},message:"must have required property '"+"duration_ms"+"'",schema:schema174.required,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((data.shellcheck === undefined) || (!(func0.call(data, "shellcheck")))){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "shellcheck"},message:"must have required property '"+"shellcheck"+"'",schema:schema174.required,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((data.cases === undefined) || (!(func0.call(data, "cases")))){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cases"},message:"must have required property '"+"cases"+"'",schema:schema174.required,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((data.problems === undefined) || (!(func0.call(data, "problems")))){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "problems"},message:"must have required property '"+"problems"+"'",schema:schema174.required,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema174.properties, key0))){
const err10 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.schema_version !== undefined && func0.call(data, "schema_version")){
let data0 = data.schema_version;
if("1.0" !== data0){
const err11 = {instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/const",keyword:"const",params:{allowedValue: "1.0"},message:"must be equal to constant",schema:"1.0",parentSchema:schema174.properties.schema_version,data:data0};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.status !== undefined && func0.call(data, "status")){
let data1 = data.status;
if(!(((data1 === "good") || (data1 === "failed")) || (data1 === "cancelled"))){
const err12 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema174.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema174.properties.status.enum,parentSchema:schema174.properties.status,data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.modules !== undefined && func0.call(data, "modules")){
let data2 = data.modules;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err13 = {instancePath:instancePath+"/modules",schemaPath:"#/properties/modules/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema174.properties.modules.type,parentSchema:schema174.properties.modules,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err14 = {instancePath:instancePath+"/modules",schemaPath:"#/properties/modules/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema174.properties.modules,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.passed !== undefined && func0.call(data, "passed")){
let data3 = data.passed;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err15 = {instancePath:instancePath+"/passed",schemaPath:"#/properties/passed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema174.properties.passed.type,parentSchema:schema174.properties.passed,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err16 = {instancePath:instancePath+"/passed",schemaPath:"#/properties/passed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema174.properties.passed,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.failed !== undefined && func0.call(data, "failed")){
let data4 = data.failed;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err17 = {instancePath:instancePath+"/failed",schemaPath:"#/properties/failed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema174.properties.failed.type,parentSchema:schema174.properties.failed,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err18 = {instancePath:instancePath+"/failed",schemaPath:"#/properties/failed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema174.properties.failed,data:data4};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data.warnings !== undefined && func0.call(data, "warnings")){
let data5 = data.warnings;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err19 = {instancePath:instancePath+"/warnings",schemaPath:"#/properties/warnings/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema174.properties.warnings.type,parentSchema:schema174.properties.warnings,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err20 = {instancePath:instancePath+"/warnings",schemaPath:"#/properties/warnings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema174.properties.warnings,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.duration_ms !== undefined && func0.call(data, "duration_ms")){
let data6 = data.duration_ms;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err21 = {instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema174.properties.duration_ms.type,parentSchema:schema174.properties.duration_ms,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err22 = {instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema174.properties.duration_ms,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.shellcheck !== undefined && func0.call(data, "shellcheck")){
let data7 = data.shellcheck;
if(!(((data7 === "done") || (data7 === "not-installed")) || (data7 === "not-needed"))){
const err23 = {instancePath:instancePath+"/shellcheck",schemaPath:"#/properties/shellcheck/enum",keyword:"enum",params:{allowedValues: schema174.properties.shellcheck.enum},message:"must be equal to one of the allowed values",schema:schema174.properties.shellcheck.enum,parentSchema:schema174.properties.shellcheck,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.cases !== undefined && func0.call(data, "cases")){
let data8 = data.cases;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(!(validate89(data8[i0], {instancePath:instancePath+"/cases/" + i0,parentData:data8,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
}
else {
const err24 = {instancePath:instancePath+"/cases",schemaPath:"#/properties/cases/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema174.properties.cases.type,parentSchema:schema174.properties.cases,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.problems !== undefined && func0.call(data, "problems")){
let data10 = data.problems;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if((data11.kind === undefined) || (!(func0.call(data11, "kind")))){
const err25 = {instancePath:instancePath+"/problems/" + i1,schemaPath:"common.json#/$defs/problem/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema11.required,parentSchema:schema11,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((data11.message === undefined) || (!(func0.call(data11, "message")))){
const err26 = {instancePath:instancePath+"/problems/" + i1,schemaPath:"common.json#/$defs/problem/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema11.required,parentSchema:schema11,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((data11.severity === undefined) || (!(func0.call(data11, "severity")))){
const err27 = {instancePath:instancePath+"/problems/" + i1,schemaPath:"common.json#/$defs/problem/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'",schema:schema11.required,parentSchema:schema11,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key1 of Object.keys(data11)){
if(!((((((((key1 === "kind") || (key1 === "message")) || (key1 === "advice")) || (key1 === "severity")) || (key1 === "rule")) || (key1 === "file")) || (key1 === "line")) || (key1 === "column"))){
const err28 = {instancePath:instancePath+"/problems/" + i1,schemaPath:"common.json#/$defs/problem/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data11.kind !== undefined && func0.call(data11, "kind")){
let data12 = data11.kind;
if(typeof data12 === "string"){
if(func8(data12) > 64){
const err29 = {instancePath:instancePath+"/problems/" + i1+"/kind",schemaPath:"common.json#/$defs/problem/properties/kind/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.kind,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/problems/" + i1+"/kind",schemaPath:"common.json#/$defs/problem/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.kind.type,parentSchema:schema11.properties.kind,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data11.message !== undefined && func0.call(data11, "message")){
let data13 = data11.message;
if(typeof data13 === "string"){
if(func8(data13) > 4000){
const err31 = {instancePath:instancePath+"/problems/" + i1+"/message",schemaPath:"common.json#/$defs/problem/properties/message/maxLength",keyword:"maxLength",params:{limit: 4000},message:"must NOT have more than 4000 characters",schema:4000,parentSchema:schema11.properties.message,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/problems/" + i1+"/message",schemaPath:"common.json#/$defs/problem/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.message.type,parentSchema:schema11.properties.message,data:data13};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data11.advice !== undefined && func0.call(data11, "advice")){
let data14 = data11.advice;
if(typeof data14 === "string"){
if(func8(data14) > 2000){
const err33 = {instancePath:instancePath+"/problems/" + i1+"/advice",schemaPath:"common.json#/$defs/problem/properties/advice/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema11.properties.advice,data:data14};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/problems/" + i1+"/advice",schemaPath:"common.json#/$defs/problem/properties/advice/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.advice.type,parentSchema:schema11.properties.advice,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data11.severity !== undefined && func0.call(data11, "severity")){
let data15 = data11.severity;
if(!((data15 === "error") || (data15 === "warning"))){
const err35 = {instancePath:instancePath+"/problems/" + i1+"/severity",schemaPath:"common.json#/$defs/problem/properties/severity/enum",keyword:"enum",params:{allowedValues: schema11.properties.severity.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.severity.enum,parentSchema:schema11.properties.severity,data:data15};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data11.rule !== undefined && func0.call(data11, "rule")){
let data16 = data11.rule;
if(typeof data16 === "string"){
if(func8(data16) > 64){
const err36 = {instancePath:instancePath+"/problems/" + i1+"/rule",schemaPath:"common.json#/$defs/problem/properties/rule/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.rule,data:data16};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/problems/" + i1+"/rule",schemaPath:"common.json#/$defs/problem/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.rule.type,parentSchema:schema11.properties.rule,data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data11.file !== undefined && func0.call(data11, "file")){
let data17 = data11.file;
if(typeof data17 === "string"){
if(func8(data17) > 1000){
const err38 = {instancePath:instancePath+"/problems/" + i1+"/file",schemaPath:"common.json#/$defs/problem/properties/file/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema11.properties.file,data:data17};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/problems/" + i1+"/file",schemaPath:"common.json#/$defs/problem/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.file.type,parentSchema:schema11.properties.file,data:data17};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data11.line !== undefined && func0.call(data11, "line")){
let data18 = data11.line;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err40 = {instancePath:instancePath+"/problems/" + i1+"/line",schemaPath:"common.json#/$defs/problem/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.line.type,parentSchema:schema11.properties.line,data:data18};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 1 || isNaN(data18)){
const err41 = {instancePath:instancePath+"/problems/" + i1+"/line",schemaPath:"common.json#/$defs/problem/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.line,data:data18};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data11.column !== undefined && func0.call(data11, "column")){
let data19 = data11.column;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err42 = {instancePath:instancePath+"/problems/" + i1+"/column",schemaPath:"common.json#/$defs/problem/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.column.type,parentSchema:schema11.properties.column,data:data19};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 1 || isNaN(data19)){
const err43 = {instancePath:instancePath+"/problems/" + i1+"/column",schemaPath:"common.json#/$defs/problem/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.column,data:data19};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
}
else {
const err44 = {instancePath:instancePath+"/problems/" + i1,schemaPath:"common.json#/$defs/problem/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data:data11};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/problems",schemaPath:"#/properties/problems/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema174.properties.problems.type,parentSchema:schema174.properties.problems,data:data10};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema174.type,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
validate88.errors = vErrors;
return errors === 0;
}
validate88.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const CHECKS = {
  'bpcs-input': shape0,
  'bpcs-output': shape1,
  'diagnostics': shape2,
  'dispatch-payload': shape3,
  'eps': shape4,
  'error-line': shape5,
  'event': shape6,
  'fixture-expect': shape7,
  'fixture-input': shape8,
  'inventory': shape9,
  'module': shape10,
  'mrs': shape11,
  'plan': shape12,
  'project': shape13,
  'rcs': shape14,
  'report': shape15,
  'request': shape16,
  'runbook': shape17,
  'step-record': shape18,
  'test-report': shape19,
}
